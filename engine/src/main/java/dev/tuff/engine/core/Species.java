package dev.tuff.engine.core;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import dev.tuff.engine.primitive.Primitive;
import dev.tuff.engine.reference.DelState;
import dev.tuff.engine.reference.WithDel;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JVM class of the instances of static classes with fields of certain kinds. Members by number are its fields {@code f0}, {@code f1}, …; those of
 * a class below go on behind those of the class above, in a JVM class below. Classes of equal kinds share one, in all interpreters: it says
 * nothing but what lies where.
 *
 * <pre>
 * kinds: O object · J int of up to 64 bits · U unsigned of 64 bits · D double · Z bool
 * </pre>
 */
public final class Species {
  private static final ClassDesc INSTANCE = desc(PyInstance.class);
  private static final ClassDesc DOUBLE = desc(Double.class);
  private static final ClassDesc BOOLEAN = desc(Boolean.class);
  private static final ClassDesc DEL_STATE = desc(DelState.class);
  private static final MethodTypeDesc CONSTRUCTOR = MethodTypeDesc.of(CD_void, desc(Shape.class), CD_Object.arrayType());

  /** By the names of their classes. */
  private static final Map<String, Species> KNOWN = new ConcurrentHashMap<>();

  private final Species above;

  /** Of all fields, those above too. */
  private final String kinds;
  private final Class<?> javaClass;
  private final MethodHandle create;
  private final MethodHandle createFinalized;

  private Species(Species above, String kinds, String name) {
    this.above = above;
    this.kinds = kinds;
    ClassDesc parent = above == null ? INSTANCE : desc(above.javaClass);
    ClassDesc own = ClassDesc.of("dev.tuff.engine.core", name);
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      javaClass = lookup.defineClass(ClassFile.of().build(own, b -> write(b, own, parent)));
      ClassDesc finalized = ClassDesc.of("dev.tuff.engine.core", name + "$Finalized");
      Class<?> withDel = lookup.defineClass(ClassFile.of().build(finalized, b -> writeFinalized(b, finalized, own)));
      MethodType made = MethodType.methodType(PyInstance.class, Shape.class, Object[].class);
      MethodType init = MethodType.methodType(void.class, Shape.class, Object[].class);
      create = lookup.findConstructor(javaClass, init).asType(made);
      createFinalized = lookup.findConstructor(withDel, init).asType(made);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  /** The species with more fields of these kinds below {@code above}, which is null for none. */
  public static Species below(Species above, String more) {
    String name = (above == null ? "Fields" : above.javaClass.getSimpleName()) + "$" + more;
    return KNOWN.computeIfAbsent(name, n -> new Species(above, (above == null ? "" : above.kinds) + more, n));
  }

  /** The number of fields. */
  public int size() {
    return kinds.length();
  }

  public char kind(int member) {
    return kinds.charAt(member);
  }

  /** The class of instances without {@code __del__}; its constructor takes their shape and slots. */
  public Class<?> javaClass() {
    return javaClass;
  }

  /** The JVM class that declares the field of a member. */
  public Class<?> home(int member) {
    Species s = this;
    while (s.above != null && member < s.above.size()) {
      s = s.above;
    }
    return s.javaClass;
  }

  /** The JVM type of a member's field. */
  public Class<?> javaType(int member) {
    return switch (kind(member)) {
      case 'O' -> Object.class;
      case 'D' -> double.class;
      case 'Z' -> boolean.class;
      default -> long.class;
    };
  }

  /** A new instance of a class, all fields empty or zero. */
  public PyInstance create(PyType type) {
    Shape shape = type.rootShape;
    Object[] slots = shape.newSlots();
    try {
      return type.slot(Special.DEL) == null ? (PyInstance) create.invokeExact(shape, slots) : (PyInstance) createFinalized.invokeExact(shape, slots);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  // ---- the class

  private int first() {
    return above == null ? 0 : above.size();
  }

  private void write(ClassBuilder b, ClassDesc own, ClassDesc parent) {
    b.withSuperclass(parent).withFlags(ClassFile.ACC_PUBLIC);
    for (int i = first(); i < kinds.length(); i++) {
      b.withField("f" + i, desc(javaType(i)), ClassFile.ACC_PUBLIC);
    }
    constructor(b, parent);
    MethodTypeDesc get = MethodTypeDesc.of(CD_Object, CD_int);
    b.withMethodBody("field", get, ClassFile.ACC_PUBLIC, c -> byMember(c, member -> {
      c.aload(0).getfield(own, "f" + member, desc(javaType(member)));
      switch (kind(member)) {
        case 'J' -> c.invokestatic(desc(Py.class), "box", MethodTypeDesc.of(desc(Long.class), CD_long));
        case 'U' -> c.invokestatic(desc(Primitive.class), "boxUnsigned", MethodTypeDesc.of(CD_Object, CD_long));
        case 'D' -> c.invokestatic(DOUBLE, "valueOf", MethodTypeDesc.of(DOUBLE, CD_double));
        case 'Z' -> c.invokestatic(BOOLEAN, "valueOf", MethodTypeDesc.of(BOOLEAN, CD_boolean));
        default -> {}
      }
      c.areturn();
    }, () -> c.aload(0).iload(1).invokespecial(parent, "field", get).areturn()));
    MethodTypeDesc set = MethodTypeDesc.of(CD_void, CD_int, CD_Object);
    b.withMethodBody("setField", set, ClassFile.ACC_PUBLIC, c -> byMember(c, member -> {
      c.aload(0).aload(2);
      switch (kind(member)) {
        case 'J', 'U' -> c.invokestatic(desc(Primitive.class), "bits", MethodTypeDesc.of(CD_long, CD_Object));
        case 'D' -> c.checkcast(DOUBLE).invokevirtual(DOUBLE, "doubleValue", MethodTypeDesc.of(CD_double));
        case 'Z' -> c.checkcast(BOOLEAN).invokevirtual(BOOLEAN, "booleanValue", MethodTypeDesc.of(CD_boolean));
        default -> {}
      }
      c.putfield(own, "f" + member, desc(javaType(member))).return_();
    }, () -> c.aload(0).iload(1).aload(2).invokespecial(parent, "setField", set).return_()));
  }

  private static void constructor(ClassBuilder b, ClassDesc parent) {
    b.withMethodBody(INIT_NAME, CONSTRUCTOR, ClassFile.ACC_PUBLIC,
        c -> c.aload(0).aload(1).aload(2).invokespecial(parent, INIT_NAME, CONSTRUCTOR).return_());
  }

  private interface OfMember {
    void write(int member);
  }

  private void byMember(CodeBuilder c, OfMember body, Runnable otherwise) {
    Label other = c.newLabel();
    List<SwitchCase> cases = new ArrayList<>();
    for (int i = first(); i < kinds.length(); i++) {
      cases.add(SwitchCase.of(i, c.newLabel()));
    }
    c.iload(1).lookupswitch(other, cases);
    for (SwitchCase one : cases) {
      c.labelBinding(one.target());
      body.write(one.caseValue());
    }
    c.labelBinding(other);
    otherwise.run();
  }

  /** The same for classes with {@code __del__}. */
  private static void writeFinalized(ClassBuilder b, ClassDesc own, ClassDesc parent) {
    b.withSuperclass(parent).withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL).withInterfaceSymbols(desc(WithDel.class));
    b.withField("delState", DEL_STATE, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
    b.withMethodBody(INIT_NAME, CONSTRUCTOR, ClassFile.ACC_PUBLIC, c -> c.aload(0).aload(1).aload(2).invokespecial(parent, INIT_NAME, CONSTRUCTOR)
        .aload(0).new_(DEL_STATE).dup().invokespecial(DEL_STATE, INIT_NAME, MethodTypeDesc.of(CD_void))
        .putfield(own, "delState", DEL_STATE).return_());
    b.withMethodBody("delState", MethodTypeDesc.of(DEL_STATE), ClassFile.ACC_PUBLIC,
        c -> c.aload(0).getfield(own, "delState", DEL_STATE).areturn());
    b.withMethodBody("finalize", MethodTypeDesc.of(CD_void), ClassFile.ACC_PROTECTED,
        c -> c.aload(0).getfield(own, "delState", DEL_STATE).aload(0)
            .invokevirtual(DEL_STATE, "dies", MethodTypeDesc.of(CD_void, desc(PyInstance.class))).return_());
  }
}
