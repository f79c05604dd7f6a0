package dev.tuff.tools;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.tools.Diagnostic;

/**
 * Generates, for each class with exposed methods, the {@code …Table} that dispatches to them by index (see {@code BuiltinTable}). What is
 * generated for one class depends on that class alone, so that compilation stays incremental.
 */
@SupportedAnnotationTypes("dev.tuff.engine.expose.*")
public final class ExposeProcessor extends AbstractProcessor {
  private static final String EXPOSE = "dev.tuff.engine.expose.";

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Map<TypeElement, List<ExposedMethod>> classes = new LinkedHashMap<>();
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        collect((ExecutableElement) element, annotation, classes);
      }
    }
    for (var entry : classes.entrySet()) {
      write(entry.getKey(), entry.getValue());
    }
    return false;
  }

  private void collect(ExecutableElement method, TypeElement annotation, Map<TypeElement, List<ExposedMethod>> classes) {
    String kind = annotation.getSimpleName().toString();
    for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
      if (!mirror.getAnnotationType().toString().equals(EXPOSE + kind)) {
        continue;
      }
      Map<String, Object> values = new LinkedHashMap<>();
      for (var v : processingEnv.getElementUtils().getElementValuesWithDefaults(mirror).entrySet()) {
        values.put(v.getKey().getSimpleName().toString(), ((AnnotationValue) v.getValue()).getValue());
      }
      TypeElement owner = (TypeElement) method.getEnclosingElement();
      List<ExposedMethod> list = classes.computeIfAbsent(owner, k -> new ArrayList<>());
      try {
        list.add(new ExposedMethod(method, kind, values, list.size()));
      } catch (IllegalArgumentException e) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.getMessage(), method);
      }
    }
  }

  private void write(TypeElement owner, List<ExposedMethod> methods) {
    String pkg = processingEnv.getElementUtils().getPackageOf(owner).getQualifiedName().toString();
    // a nested class's table carries its outer names, joined
    String nested = owner.getQualifiedName().toString().substring(pkg.length() + 1);
    String table = nested.replace(".", "") + "Table";
    try (Writer out = processingEnv.getFiler().createSourceFile(pkg + "." + table, owner).openWriter()) {
      out.write(new TableSource(pkg, nested, table, methods).text());
    } catch (IOException e) {
      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.toString(), owner);
    }
  }

  static boolean isVoid(ExecutableElement method) {
    return method.getReturnType().getKind() == TypeKind.VOID;
  }
}
