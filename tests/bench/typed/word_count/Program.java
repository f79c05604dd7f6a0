import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class Program {
  private static final String[] SYLLABLES = {"an", "be", "cor", "da", "el", "fi", "gu", "ho", "in", "ju", "ka", "lo", "mi", "ne", "or", "pu"};

  private Program() {}

  private static String text(long n) {
    List<String> words = new ArrayList<>();
    long state = 12345;
    for (long i = 0; i < n; i++) {
      state = (state * 1103515245 + 12345) % 2147483648L;
      long first = (state >> 16) % 16;
      long second = (state >> 20) % 16 * first / 16;
      words.add(SYLLABLES[(int) first] + SYLLABLES[(int) second]);
    }
    return String.join(" ", words);
  }

  private static Map<String, Long> count(String source) {
    Map<String, Long> found = new HashMap<>();
    for (String word : source.split(" ")) {
      found.put(word, found.getOrDefault(word, 0L) + 1);
    }
    return found;
  }

  static long run(long n) {
    Map<String, Long> found = count(text(n));
    List<String> words = new ArrayList<>(found.keySet());
    Collections.sort(words);
    long total = 0;
    long place = 1;
    for (String word : words) {
      total += place * found.get(word) + word.length();
      place++;
    }
    return total;
  }
}
