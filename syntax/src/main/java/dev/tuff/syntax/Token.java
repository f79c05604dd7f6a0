package dev.tuff.syntax;

/**
 * The kinds of tokens. The first 63 have the numbers of Python's {@code token} module, so that {@code tokenize} needs no
 * mapping; each hard keyword then has a kind of its own, in the order of {@link #KEYWORDS}, so that the parser compares ints
 * only.
 */
final class Token {
  private Token() {}

  static final int ENDMARKER = 0;
  static final int NAME = 1;
  static final int NUMBER = 2;
  static final int STRING = 3;
  static final int NEWLINE = 4;
  static final int INDENT = 5;
  static final int DEDENT = 6;
  static final int LPAR = 7;
  static final int RPAR = 8;
  static final int LSQB = 9;
  static final int RSQB = 10;
  static final int COLON = 11;
  static final int COMMA = 12;
  static final int SEMI = 13;
  static final int PLUS = 14;
  static final int MINUS = 15;
  static final int STAR = 16;
  static final int SLASH = 17;
  static final int VBAR = 18;
  static final int AMPER = 19;
  static final int LESS = 20;
  static final int GREATER = 21;
  static final int EQUAL = 22;
  static final int DOT = 23;
  static final int PERCENT = 24;
  static final int LBRACE = 25;
  static final int RBRACE = 26;
  static final int EQEQUAL = 27;
  static final int NOTEQUAL = 28;
  static final int LESSEQUAL = 29;
  static final int GREATEREQUAL = 30;
  static final int TILDE = 31;
  static final int CIRCUMFLEX = 32;
  static final int LEFTSHIFT = 33;
  static final int RIGHTSHIFT = 34;
  static final int DOUBLESTAR = 35;
  static final int PLUSEQUAL = 36;
  static final int MINEQUAL = 37;
  static final int STAREQUAL = 38;
  static final int SLASHEQUAL = 39;
  static final int PERCENTEQUAL = 40;
  static final int AMPEREQUAL = 41;
  static final int VBAREQUAL = 42;
  static final int CIRCUMFLEXEQUAL = 43;
  static final int LEFTSHIFTEQUAL = 44;
  static final int RIGHTSHIFTEQUAL = 45;
  static final int DOUBLESTAREQUAL = 46;
  static final int DOUBLESLASH = 47;
  static final int DOUBLESLASHEQUAL = 48;
  static final int AT = 49;
  static final int ATEQUAL = 50;
  static final int RARROW = 51;
  static final int ELLIPSIS = 52;
  static final int COLONEQUAL = 53;
  static final int EXCLAMATION = 54;
  /** What is no token at all, as {@code $}. */
  static final int OP = 55;
  static final int TYPE_IGNORE = 56;
  static final int TYPE_COMMENT = 57;
  static final int SOFT_KEYWORD = 58;
  static final int FSTRING_START = 59;
  static final int FSTRING_MIDDLE = 60;
  static final int FSTRING_END = 61;
  static final int TSTRING_START = 62;
  static final int TSTRING_MIDDLE = 63;
  static final int TSTRING_END = 64;
  static final int COMMENT = 65;
  static final int NL = 66;
  /** The tokenizer stopped here; {@link Tokenizer#error} says why. */
  static final int ERROR = 67;

  /** The kind of the first keyword. ORDER: the kinds below follow {@link #KEYWORDS}. */
  static final int FIRST_KEYWORD = 68;
  static final int KW_FALSE = 68;
  static final int KW_NONE = 69;
  static final int KW_TRUE = 70;
  static final int KW_AND = 71;
  static final int KW_AS = 72;
  static final int KW_ASSERT = 73;
  static final int KW_ASYNC = 74;
  static final int KW_AWAIT = 75;
  static final int KW_BREAK = 76;
  static final int KW_CLASS = 77;
  static final int KW_CONTINUE = 78;
  static final int KW_DEF = 79;
  static final int KW_DEL = 80;
  static final int KW_ELIF = 81;
  static final int KW_ELSE = 82;
  static final int KW_EXCEPT = 83;
  static final int KW_FINALLY = 84;
  static final int KW_FOR = 85;
  static final int KW_FROM = 86;
  static final int KW_GLOBAL = 87;
  static final int KW_IF = 88;
  static final int KW_IMPORT = 89;
  static final int KW_IN = 90;
  static final int KW_IS = 91;
  static final int KW_LAMBDA = 92;
  static final int KW_NONLOCAL = 93;
  static final int KW_NOT = 94;
  static final int KW_OR = 95;
  static final int KW_PASS = 96;
  static final int KW_RAISE = 97;
  static final int KW_RETURN = 98;
  static final int KW_TRY = 99;
  static final int KW_WHILE = 100;
  static final int KW_WITH = 101;
  static final int KW_YIELD = 102;

  private static final String[] KEYWORDS = {
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or",
    "pass", "raise", "return", "try", "while", "with", "yield"
  };

  /**
   * Soft keywords and names that the parser looks for. ORDER: the ids below, which follow those of the keywords in a {@link
   * Names}.
   */
  private static final String[] KNOWN_NAMES = {"_", "case", "match", "type", "print", "exec"};

  static final int ID_UNDERSCORE = 35;
  static final int ID_CASE = 36;
  static final int ID_MATCH = 37;
  static final int ID_TYPE = 38;
  static final int ID_PRINT = 39;
  static final int ID_EXEC = 40;

  static int keywordCount() {
    return KEYWORDS.length;
  }

  static String keyword(int index) {
    return KEYWORDS[index];
  }

  static int knownNameCount() {
    return KNOWN_NAMES.length;
  }

  static String knownName(int index) {
    return KNOWN_NAMES[index];
  }

  static boolean isKeyword(int kind) {
    return kind >= FIRST_KEYWORD;
  }

  /** The operator that {@code a} alone makes, or {@link #OP}. */
  static int oneChar(int a) {
    return switch (a) {
      case '(' -> LPAR;
      case ')' -> RPAR;
      case '[' -> LSQB;
      case ']' -> RSQB;
      case ':' -> COLON;
      case ',' -> COMMA;
      case ';' -> SEMI;
      case '+' -> PLUS;
      case '-' -> MINUS;
      case '*' -> STAR;
      case '/' -> SLASH;
      case '|' -> VBAR;
      case '&' -> AMPER;
      case '<' -> LESS;
      case '>' -> GREATER;
      case '=' -> EQUAL;
      case '.' -> DOT;
      case '%' -> PERCENT;
      case '{' -> LBRACE;
      case '}' -> RBRACE;
      case '~' -> TILDE;
      case '^' -> CIRCUMFLEX;
      case '@' -> AT;
      case '!' -> EXCLAMATION;
      default -> OP;
    };
  }

  /** The operator that two characters make, or {@link #OP}. */
  static int twoChars(int a, int b) {
    if (b == '=') {
      return switch (a) {
        case '=' -> EQEQUAL;
        case '!' -> NOTEQUAL;
        case '<' -> LESSEQUAL;
        case '>' -> GREATEREQUAL;
        case '+' -> PLUSEQUAL;
        case '-' -> MINEQUAL;
        case '*' -> STAREQUAL;
        case '/' -> SLASHEQUAL;
        case '%' -> PERCENTEQUAL;
        case '&' -> AMPEREQUAL;
        case '|' -> VBAREQUAL;
        case '^' -> CIRCUMFLEXEQUAL;
        case '@' -> ATEQUAL;
        case ':' -> COLONEQUAL;
        default -> OP;
      };
    }
    return switch (a) {
      case '<' -> b == '<' ? LEFTSHIFT : b == '>' ? NOTEQUAL : OP;
      case '>' -> b == '>' ? RIGHTSHIFT : OP;
      case '*' -> b == '*' ? DOUBLESTAR : OP;
      case '/' -> b == '/' ? DOUBLESLASH : OP;
      case '-' -> b == '>' ? RARROW : OP;
      default -> OP;
    };
  }

  /** The operator that three characters make, or {@link #OP}. */
  static int threeChars(int a, int b, int c) {
    if (a == '.' && b == '.' && c == '.') {
      return ELLIPSIS;
    }
    if (c != '=' || a != b) {
      return OP;
    }
    return switch (a) {
      case '*' -> DOUBLESTAREQUAL;
      case '/' -> DOUBLESLASHEQUAL;
      case '<' -> LEFTSHIFTEQUAL;
      case '>' -> RIGHTSHIFTEQUAL;
      default -> OP;
    };
  }
}
