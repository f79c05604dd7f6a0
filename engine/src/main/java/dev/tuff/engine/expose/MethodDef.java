package dev.tuff.engine.expose;

/**
 * What Python sees of one exposed Java method, and how its arguments are bound.
 *
 * @param id index for the {@link BuiltinTable} that holds the method
 * @param textSignature CPython's {@code __text_signature__} form, or null
 * @param params names of all parameters after the receiver, in order: positional-only, positional, keyword-only
 * @param posOnly how many of them are positional-only
 * @param positional how many can be given by position (without {@code *args})
 * @param required which parameters have no default, as a bit set over {@code params}
 * @param varArgs whether {@code *args} follows the positional ones
 * @param varKw whether {@code **kwargs} is last
 * @param receiver 1 if argument 0 of the table's calls is the receiver, else 0
 * @param fastMin smallest number of arguments (with receiver) that the table's fixed-arity entries take, -1 if none
 * @param fastMax the largest
 */
public record MethodDef(
    int id,
    Kind kind,
    String name,
    String textSignature,
    String doc,
    String[] params,
    int posOnly,
    int positional,
    long required,
    boolean varArgs,
    boolean varKw,
    int receiver,
    int fastMin,
    int fastMax) {
  /** The same method under another name: errors of a constructor's arguments name its type. */
  public MethodDef named(String name) {
    return new MethodDef(id, kind, name, textSignature, doc, params, posOnly, positional, required, varArgs, varKw, receiver, fastMin,
        fastMax);
  }

  /** What kind of attribute the method becomes. */
  public enum Kind {
    METHOD,
    CLASS_METHOD,
    STATIC_METHOD,
    NEW,
    FUNCTION,
    GETTER,
    MEMBER_GETTER,
    SETTER
  }
}
