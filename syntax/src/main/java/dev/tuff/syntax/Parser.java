package dev.tuff.syntax;

import dev.tuff.syntax.ast.Mod;
import java.util.List;

/**
 * Turns source text into a tree: the entry of this module.
 *
 * <pre>{@code
 * Mod tree = Parser.parse(Source.of("x = 1\n", "<string>"), Mode.EXEC, ParseOptions.DEFAULT);
 * }</pre>
 */
public final class Parser {
  private Parser() {}

  /** A tree, and what was doubtful in its source. */
  public record Result(Mod tree, List<SyntaxWarning> warnings) {}

  /**
   * Parses, dropping warnings.
   *
   * @throws SyntaxError if the source is not Python
   */
  public static Mod parse(Source source, Mode mode, ParseOptions options) throws SyntaxError {
    return parseWithWarnings(source, mode, options).tree();
  }

  public static Result parseWithWarnings(Source source, Mode mode, ParseOptions options) throws SyntaxError {
    if (source.text().indexOf('\0') >= 0) {
      throw Source.nullBytes();
    }
    Tokenizer in = new Tokenizer(source, mode, options, false).run();
    if (options.featureVersion() < ParseOptions.LATEST) {
      SyntaxError tooNew = Diagnosis.of(source, mode, options, 0, options.barryAsFlufl());
      if (tooNew != null) {
        throw tooNew;
      }
    }
    StatementParser parser = new StatementParser(in, options, SMALL_DEPTH);
    Mod tree;
    try {
      tree = run(parser, mode);
    } catch (TokenCursor.Reject e) {
      throw wrong(source, mode, options, parser);
    } catch (TokenCursor.TooDeep | StackOverflowError e) {
      DeepParse deep = new DeepParse(source, mode, options);
      parser = deep.run();
      tree = deep.tree;
    }
    if (mode == Mode.SINGLE && Diagnosis.followed(in.text, in.tokens.end[parser.p - 1], in.length)) {
      throw wrong(source, mode, options, parser);
    }
    return new Result(tree, List.copyOf(in.warnings));
  }

  private static SyntaxError wrong(Source source, Mode mode, ParseOptions options, StatementParser parser) {
    SyntaxError error = Diagnosis.of(source, mode, options, parser.suspect(), parser.flufl());
    return error != null ? error : SyntaxError.unplaced(SyntaxError.Kind.SYSTEM, "the parser rejects a source that has no error");
  }

  /** What the caller's stack surely holds, even if it is small; deeper sources are parsed by a thread with a larger one. */
  private static final int SMALL_DEPTH = 1400;

  private static final int MAX_DEPTH = 5974;
  private static final long DEEP_STACK_BYTES = 64L << 20;

  /** Parses once more, with as much depth as Python has. */
  private static final class DeepParse {
    private final Source source;
    private final Mode mode;
    private final ParseOptions options;
    private StatementParser parser;
    private Mod tree;
    private SyntaxError error;

    DeepParse(Source source, Mode mode, ParseOptions options) {
      this.source = source;
      this.mode = mode;
      this.options = options;
    }

    StatementParser run() {
      inThread("deep parse", DEEP_STACK_BYTES, this::parse);
      if (error != null) {
        throw error;
      }
      return parser;
    }

    private void parse() {
      Tokenizer in = new Tokenizer(source, mode, options, false).run();
      parser = new StatementParser(in, options, MAX_DEPTH);
      try {
        tree = Parser.run(parser, mode);
      } catch (TokenCursor.Reject e) {
        error = wrong(source, mode, options, parser);
      } catch (TokenCursor.TooDeep | StackOverflowError e) {
        error = tooComplex();
      }
    }
  }

  /** Runs something to its end in a thread with a stack of its own. */
  static void inThread(String name, long stackBytes, Runnable work) {
    Thread thread = new Thread(null, work, name, stackBytes);
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static SyntaxError tooComplex() {
    return SyntaxError.unplaced(SyntaxError.Kind.MEMORY, "Parser stack overflowed - Python source too complex to parse");
  }

  private static Mod run(StatementParser parser, Mode mode) {
    return switch (mode) {
      case EXEC -> parser.file();
      case SINGLE -> parser.interactive();
      case EVAL -> parser.eval();
      case FUNC_TYPE -> parser.functionType();
    };
  }
}
