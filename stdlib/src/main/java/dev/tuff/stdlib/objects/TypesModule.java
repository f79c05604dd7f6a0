package dev.tuff.stdlib.objects;

import dev.tuff.engine.container.PyMappingProxy;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.PyTraceback;
import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.function.PyCell;
import dev.tuff.engine.function.PyClassMethodDescr;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyGetSetDescr;
import dev.tuff.engine.function.PyMemberDescr;
import dev.tuff.engine.function.PyMethod;
import dev.tuff.engine.function.PyMethodDescr;
import dev.tuff.engine.function.PyMethodWrapper;
import dev.tuff.engine.interp.PyAsyncGenerator;
import dev.tuff.engine.interp.PyCoroutine;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.interp.PyGenerator;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.module.PySimpleNamespace;
import dev.tuff.engine.typing.PyGenericAlias;
import dev.tuff.engine.typing.PyUnion;

/** {@code _types}: names for the builtin types that builtins does not name. */
public final class TypesModule {
  /** The type of pointers that C extensions hand to each other: nothing makes one here. */
  private static final PyType CAPSULE =
      PyType.builtin("PyCapsule", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, "Capsules hold pointers of C code; there are none here.");

  private TypesModule() {}

  public static void init(PyModule m) {
    m.set("__doc__", "Define names for built-in types.");
    m.set("AsyncGeneratorType", PyAsyncGenerator.TYPE);
    m.set("CoroutineType", PyCoroutine.TYPE);
    m.set("GeneratorType", PyGenerator.TYPE);
    m.set("BuiltinFunctionType", PyBuiltinFunction.TYPE);
    m.set("BuiltinMethodType", PyBuiltinFunction.TYPE);
    m.set("CapsuleType", CAPSULE);
    m.set("CellType", PyCell.TYPE);
    m.set("ClassMethodDescriptorType", PyClassMethodDescr.TYPE);
    m.set("CodeType", PyCode.TYPE);
    m.set("EllipsisType", Py.typeOf(Py.Ellipsis));
    m.set("FrameType", PyFrame.TYPE);
    m.set("FunctionType", PyFunction.TYPE);
    m.set("GenericAlias", PyGenericAlias.TYPE);
    m.set("GetSetDescriptorType", PyGetSetDescr.TYPE);
    m.set("LambdaType", PyFunction.TYPE);
    m.set("MappingProxyType", PyMappingProxy.TYPE);
    m.set("MemberDescriptorType", PyMemberDescr.TYPE);
    m.set("MethodDescriptorType", PyMethodDescr.TYPE);
    m.set("MethodType", PyMethod.TYPE);
    m.set("MethodWrapperType", PyMethodWrapper.TYPE);
    m.set("ModuleType", PyModule.TYPE);
    m.set("NoneType", Py.typeOf(Py.None));
    m.set("NotImplementedType", Py.typeOf(Py.NotImplemented));
    m.set("SimpleNamespace", PySimpleNamespace.TYPE);
    m.set("TracebackType", PyTraceback.TYPE);
    m.set("UnionType", PyUnion.TYPE);
    m.set("WrapperDescriptorType", PyMethodDescr.WRAPPER);
  }
}
