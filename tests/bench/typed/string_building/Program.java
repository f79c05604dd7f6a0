import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

final class Program {
  private static final List<String> NAMES = List.of("ash", "birch", "cedar", "elm", "fir", "hazel", "larch", "maple", "oak", "pine");

  private Program() {}

  private static String line(long i) {
    String name = NAMES.get((int) (i % 10));
    String text = name + "-" + i;
    text += ":" + i * i;
    if (i % 3 == 0) {
      text += " [" + name + ", " + i + "]";
    }
    return text;
  }

  private static String lines(long n) {
    List<String> parts = new ArrayList<>();
    for (long i = 0; i < n; i++) {
      parts.add(line(i));
    }
    return String.join("\n", parts);
  }

  private static String shout(String text) {
    List<String> changed = new ArrayList<>();
    for (String part : text.split("\n")) {
      int colon = part.indexOf(':');
      changed.add(part.substring(colon + 1) + "=" + part.substring(0, colon).toUpperCase(Locale.ROOT));
    }
    return String.join(";", changed);
  }

  static long run(long n) {
    String text = lines(n);
    String loud = shout(text);
    long total = text.length() * 1000L + loud.length();
    for (int i = 0; i < loud.length(); i++) {
      if (loud.charAt(i) == 'A') {
        total++;
      }
    }
    return total + text.indexOf("oak-8");
  }
}
