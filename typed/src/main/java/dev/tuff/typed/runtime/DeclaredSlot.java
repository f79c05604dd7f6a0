package dev.tuff.typed.runtime;

import dev.tuff.engine.function.MemberGuard;

/** What a slot of a static class may hold, and its default. */
interface DeclaredSlot extends MemberGuard {
  /** The same type with another default. */
  DeclaredSlot withDefault(Object value);
}
