package dev.tuff.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Everything mutable hangs off an Interpreter, so that closing one frees it and two never meet: no class keeps state in a static.
 *
 * <p>Flagged are static fields that are not final; final ones of a type that exists to be changed (atomics, thread-locals, builders,
 * concurrent and weak maps); and final arrays and collections that some method other than the class initialiser and its own helpers
 * changes, as far as a look along the method's code can tell. Exceptions stand in {@code mutable-statics.txt}, each with its reason.
 */
class MutableStaticsTest {
  private static final Set<String> CHANGEABLE = Set.of(
      "java/util/concurrent/atomic/AtomicInteger", "java/util/concurrent/atomic/AtomicLong", "java/util/concurrent/atomic/AtomicBoolean",
      "java/util/concurrent/atomic/AtomicReference", "java/util/concurrent/atomic/AtomicReferenceArray",
      "java/util/concurrent/atomic/AtomicIntegerArray", "java/util/concurrent/atomic/AtomicLongArray",
      "java/util/concurrent/atomic/LongAdder", "java/util/concurrent/ConcurrentHashMap", "java/util/concurrent/ConcurrentMap",
      "java/util/concurrent/ConcurrentLinkedQueue", "java/util/concurrent/ConcurrentLinkedDeque", "java/util/WeakHashMap",
      "java/util/concurrent/locks/ReentrantLock", "java/lang/ThreadLocal", "java/lang/InheritableThreadLocal", "java/lang/ClassValue",
      "java/lang/StringBuilder", "java/lang/StringBuffer", "java/util/Random", "java/util/BitSet", "java/lang/ref/SoftReference",
      "java/lang/ref/WeakReference", "java/lang/ref/ReferenceQueue", "java/util/concurrent/ExecutorService", "java/util/Timer",
      "java/lang/Thread");

  private static final Set<String> COLLECTIONS = Set.of(
      "java/util/List", "java/util/ArrayList", "java/util/LinkedList", "java/util/Map", "java/util/HashMap", "java/util/LinkedHashMap",
      "java/util/TreeMap", "java/util/EnumMap", "java/util/IdentityHashMap", "java/util/Set", "java/util/HashSet", "java/util/TreeSet",
      "java/util/LinkedHashSet", "java/util/EnumSet", "java/util/Collection", "java/util/Deque", "java/util/ArrayDeque", "java/util/Queue");

  private static final Set<String> CHANGES = Set.of(
      "add", "addAll", "addFirst", "addLast", "put", "putAll", "putIfAbsent", "computeIfAbsent", "compute", "merge", "remove", "removeAll",
      "removeIf", "clear", "set", "push", "pop", "poll", "offer", "replaceAll", "sort");

  @Test
  void noClassKeepsStateInAStatic() throws IOException {
    List<ClassModel> classes = BuiltClasses.all();
    Map<String, String> suspects = new HashMap<>(); // field -> descriptor, arrays and collections
    Set<String> found = new TreeSet<>();
    for (ClassModel model : classes) {
      Set<String> empty = emptyArrays(model);
      for (FieldModel field : model.fields()) {
        if (!field.flags().has(AccessFlag.STATIC) || field.flags().has(AccessFlag.SYNTHETIC)) {
          continue;
        }
        String name = BuiltClasses.name(model) + "." + field.fieldName().stringValue();
        String type = field.fieldType().stringValue();
        String inner = type.startsWith("L") ? type.substring(1, type.length() - 1) : type;
        if (!field.flags().has(AccessFlag.FINAL) || CHANGEABLE.contains(inner)) {
          found.add(name);
        } else if (type.startsWith("[") && !empty.contains(field.fieldName().stringValue()) || COLLECTIONS.contains(inner)) {
          suspects.put(name, type);
        }
      }
    }
    for (ClassModel model : classes) {
      Set<String> initialising = initialising(model);
      for (MethodModel method : model.methods()) {
        if (!initialising.contains(method.methodName().stringValue())) {
          found.addAll(storedInto(method, suspects));
        }
      }
    }
    Set<String> allowed = allowed();
    List<String> unlisted = new ArrayList<>(found);
    unlisted.removeAll(allowed);
    assertEquals(List.of(), unlisted, "mutable statics that tests/checks/mutable-statics.txt does not list with a reason");
    allowed.removeAll(found);
    assertEquals(Set.of(), allowed, "listed in tests/checks/mutable-statics.txt but no longer there or no longer mutable");
  }

  /** Fields that the class initialiser sets to an array of length 0: nothing can be stored into those. */
  private static Set<String> emptyArrays(ClassModel model) {
    Set<String> empty = new HashSet<>();
    for (MethodModel method : model.methods()) {
      if (!method.methodName().equalsString("<clinit>")) {
        continue;
      }
      Object before = null;
      boolean made = false;
      for (var element : method.code().map(code -> code.elementList()).orElse(List.of())) {
        if (!(element instanceof Instruction)) {
          continue;
        }
        if (made && element instanceof FieldInstruction field && field.opcode() == java.lang.classfile.Opcode.PUTSTATIC) {
          empty.add(field.name().stringValue());
        }
        boolean creates = element instanceof NewReferenceArrayInstruction || element instanceof NewPrimitiveArrayInstruction;
        made = creates && before instanceof ConstantInstruction zero && Integer.valueOf(0).equals(zero.constantValue());
        before = element;
      }
    }
    return empty;
  }

  /** The class initialiser and the private static methods that nothing else in the class calls: they fill its tables once. */
  private static Set<String> initialising(ClassModel model) {
    Map<String, Set<String>> callers = new HashMap<>();
    for (MethodModel method : model.methods()) {
      for (var element : method.code().map(code -> code.elementList()).orElse(List.of())) {
        if (element instanceof InvokeInstruction call && call.owner().equals(model.thisClass())) {
          callers.computeIfAbsent(call.name().stringValue(), key -> new HashSet<>()).add(method.methodName().stringValue());
        }
      }
    }
    Set<String> initialising = new HashSet<>(Set.of("<clinit>"));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (MethodModel method : model.methods()) {
        String name = method.methodName().stringValue();
        if (method.flags().has(AccessFlag.STATIC) && method.flags().has(AccessFlag.PRIVATE)
            && !method.flags().has(AccessFlag.SYNTHETIC) && initialising.containsAll(callers.getOrDefault(name, Set.of()))) {
          grown |= initialising.add(name);
        }
      }
    }
    return initialising;
  }

  /**
   * The suspects that a method may change. Follows array references in the order of the code: a field read, or a local that holds one,
   * waits until a load, a length or a call takes it; what an array store finds waiting is stored into.
   */
  private static Set<String> storedInto(MethodModel method, Map<String, String> suspects) {
    Set<String> stored = new HashSet<>();
    Deque<String> waiting = new ArrayDeque<>();
    Map<Integer, String> locals = new HashMap<>();
    Set<String> collections = new HashSet<>();
    boolean changesCollection = false;
    for (var element : method.code().map(code -> code.elementList()).orElse(List.of())) {
      switch (element) {
        case FieldInstruction field when field.opcode() == java.lang.classfile.Opcode.GETSTATIC -> {
          String name = field.owner().asInternalName().replace('/', '.') + "." + field.name().stringValue();
          if (suspects.containsKey(name)) {
            if (suspects.get(name).startsWith("[")) {
              waiting.push(name);
            } else {
              collections.add(name);
            }
          }
        }
        case StoreInstruction local -> {
          locals.remove(local.slot());
          if (local.typeKind() == TypeKind.REFERENCE && !waiting.isEmpty()) {
            locals.put(local.slot(), waiting.pop());
          }
        }
        case LoadInstruction local when local.typeKind() == TypeKind.REFERENCE && locals.containsKey(local.slot()) ->
          waiting.push(locals.get(local.slot()));
        case ArrayLoadInstruction load -> take(waiting, suspects, load.typeKind());
        case OperatorInstruction operator when operator.opcode() == java.lang.classfile.Opcode.ARRAYLENGTH -> waiting.poll();
        case ArrayStoreInstruction store -> {
          String into = take(waiting, suspects, store.typeKind());
          if (into != null) {
            stored.add(into);
          }
        }
        case InvokeInstruction call -> {
          waiting.clear();
          changesCollection |= COLLECTIONS.contains(call.owner().asInternalName()) && CHANGES.contains(call.name().stringValue());
        }
        case ReturnInstruction end -> waiting.clear();
        default -> { }
      }
    }
    if (changesCollection) {
      stored.addAll(collections);
    }
    return stored;
  }

  private static String take(Deque<String> waiting, Map<String, String> suspects, TypeKind kind) {
    return !waiting.isEmpty() && kindOf(suspects.get(waiting.peek())).equals(kind.name()) ? waiting.pop() : null;
  }

  private static String kindOf(String arrayType) {
    return switch (arrayType.charAt(1)) {
      case 'I' -> "INT";
      case 'J' -> "LONG";
      case 'D' -> "DOUBLE";
      case 'F' -> "FLOAT";
      case 'B', 'Z' -> "BYTE";
      case 'C' -> "CHAR";
      case 'S' -> "SHORT";
      default -> "REFERENCE";
    };
  }

  /** Lines {@code dev.tuff.Some.FIELD: reason}; {@code #} starts a comment. */
  private static Set<String> allowed() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(BuiltClasses.ROOT.resolve("tests/checks/mutable-statics.txt"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int colon = line.indexOf(": ");
        if (colon < 0) {
          throw new IOException("mutable-statics.txt: no reason given: " + line);
        }
        names.add(line.substring(0, colon));
      }
    }
    return names;
  }
}
