package dev.tuff.stdlib.zoneinfo;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.module.PyModule;

/** The module {@code _zoneinfo}. */
public final class ZoneInfoModule {
  private ZoneInfoModule() {}

  public static void init(PyModule m) {
    Interpreter interpreter = Interpreter.current();
    ZoneState state = ZoneState.of(interpreter);
    state.zoneInfo = null;
    PyDict body = new PyDict();
    body.putStr("__module__", "zoneinfo");
    body.putStr("__slots__", PyTuple.EMPTY);
    Object tzinfo = Attributes.get(interpreter.importModule("datetime"), "tzinfo");
    Object type = Call.call(PyType.TYPE, "ZoneInfo", PyTuple.of(PyZoneInfo.TYPE, tzinfo), body);
    state.start((PyType) type, interpreter);
    m.set("ZoneInfo", type);
  }
}
