package dev.tuff.syntax.ast;

import java.util.List;

/** A type parameter (PEP 695, defaults by PEP 696). Names and fields are those of Python's {@code ast} module. */
public sealed interface TypeParam extends Node {
  record TypeVar(String name, Expr bound, Expr defaultValue, long start, long end) implements TypeParam {}

  record ParamSpec(String name, Expr defaultValue, long start, long end) implements TypeParam {}

  record TypeVarTuple(String name, Expr defaultValue, long start, long end) implements TypeParam {}
}
