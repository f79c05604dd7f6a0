package dev.tuff.syntax;

/** The names of Hangul syllables, which Unicode derives from their letters. */
final class HangulNames {
  private static final String PREFIX = "HANGUL SYLLABLE ";
  private static final int FIRST = 0xAC00;
  private static final String[] LEADING = "G,GG,N,D,DD,R,M,B,BB,S,SS,,J,JJ,C,K,T,P,H".split(",", -1);
  private static final String[] VOWELS = "A,AE,YA,YAE,EO,E,YEO,YE,O,WA,WAE,OE,YO,U,WEO,WE,WI,YU,EU,YI,I".split(",", -1);
  private static final String[] TRAILING = ",G,GG,GS,N,NJ,NH,D,L,LG,LM,LB,LS,LT,LP,LH,M,B,BS,S,SS,NG,J,C,K,T,P,H".split(",", -1);

  private HangulNames() {}

  /** The name of a syllable, or null for any other character. */
  static String name(int c) {
    int i = c - FIRST;
    if (i < 0 || i >= LEADING.length * VOWELS.length * TRAILING.length) {
      return null;
    }
    int t = i % TRAILING.length;
    int v = i / TRAILING.length % VOWELS.length;
    return PREFIX + LEADING[i / TRAILING.length / VOWELS.length] + VOWELS[v] + TRAILING[t];
  }

  /** The syllable of this name, or -1. */
  static int lookup(String name) {
    if (!name.startsWith(PREFIX)) {
      return -1;
    }
    for (int l = 0; l < LEADING.length; l++) {
      if (!name.startsWith(LEADING[l], PREFIX.length())) {
        continue;
      }
      int afterLeading = PREFIX.length() + LEADING[l].length();
      for (int v = 0; v < VOWELS.length; v++) {
        if (!name.startsWith(VOWELS[v], afterLeading)) {
          continue;
        }
        String rest = name.substring(afterLeading + VOWELS[v].length());
        for (int t = 0; t < TRAILING.length; t++) {
          if (rest.equals(TRAILING[t])) {
            return FIRST + (l * VOWELS.length + v) * TRAILING.length + t;
          }
        }
      }
    }
    return -1;
  }
}
