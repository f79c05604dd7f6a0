package dev.tuff.repl;

import dev.tuff.cli.Completeness;
import dev.tuff.cli.InteractiveInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Statements typed at a terminal, with JLine: editing over several lines, history in a file, completion on Tab, colour.
 *
 * <p>Enter ends the statement if it is whole ({@link Completeness}); else it opens a new line with the indentation that the block
 * asks for. Tab indents where nothing but blanks stands before it.
 */
public final class EditedInput implements InteractiveInput {
  private static final String INDENT = "    ";

  private final Terminal terminal;
  private final LineReader reader;

  private EditedInput(Terminal terminal, Assistant assistant, String historyFile, boolean color) {
    this.terminal = terminal;
    LineReaderBuilder builder = LineReaderBuilder.builder().terminal(terminal).appName("tuff")
        .parser(new WholeLine())
        .completer((line, parsed, candidates) -> complete(assistant, parsed, candidates))
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
        .option(LineReader.Option.HISTORY_IGNORE_SPACE, false)
        .option(LineReader.Option.AUTO_FRESH_LINE, true)
        .option(LineReader.Option.BRACKETED_PASTE, true);
    if (historyFile != null) {
      builder.variable(LineReader.HISTORY_FILE, Path.of(historyFile));
    }
    if (color) {
      builder.highlighter(new PythonHighlighter());
    }
    reader = builder.build();
    reader.getWidgets().put("tuff-enter", enter());
    reader.getWidgets().put("tuff-tab", tab());
    var keys = reader.getKeyMaps().get(LineReader.MAIN);
    keys.bind((Binding) new Reference("tuff-enter"), "\r", "\n");
    keys.bind((Binding) new Reference("tuff-tab"), "\t");
    keys.bind((Binding) new Reference(LineReader.SELF_INSERT_UNMETA), KeyMap.alt('\r'));
  }

  /** The service that {@code tuff} looks for when it goes interactive. */
  public static final class Opener implements Provider {
    @Override
    public InteractiveInput open(Assistant assistant, String historyFile, boolean color) {
      try {
        Terminal terminal = TerminalBuilder.builder().system(true).dumb(false).build();
        return new EditedInput(terminal, assistant, historyFile, color);
      } catch (IOException | IllegalStateException noTerminal) {
        return null;
      }
    }
  }

  @Override
  public String statement(String prompt, String continuation) throws Interrupted {
    reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, continuation.replace("%", "%%"));
    try {
      String text = reader.readLine(prompt);
      return text.endsWith("\n") ? text : text + "\n";
    } catch (UserInterruptException interrupt) {
      throw new Interrupted();
    } catch (EndOfFileException end) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      reader.getHistory().save();
      terminal.close();
    } catch (IOException lost) {
      // the history of this session is lost; there is nobody left to tell
    }
  }

  /** Enter: ends a whole statement when nothing follows the cursor, opens a line otherwise. */
  private Widget enter() {
    return () -> {
      String text = reader.getBuffer().toString();
      boolean atEnd = reader.getBuffer().cursor() >= text.stripTrailing().length();
      if (atEnd && Completeness.isWhole(settled(text))) {
        reader.callWidget(LineReader.ACCEPT_LINE);
      } else {
        reader.getBuffer().write("\n" + indentation(text.substring(0, reader.getBuffer().cursor())));
      }
      return true;
    };
  }

  /** The text with a last line that holds only the indentation it was given taken as the empty line that ends a block. */
  static String settled(String text) {
    int newline = text.lastIndexOf('\n');
    return newline >= 0 && text.substring(newline).isBlank() ? text.substring(0, newline + 1) + "\n" : text;
  }

  /** What the next line starts with: the last line's blanks, a level more after a colon, a level less after what ends a block. */
  static String indentation(String text) {
    String line = text.substring(text.lastIndexOf('\n') + 1);
    String blanks = line.substring(0, line.length() - line.stripLeading().length());
    String code = line.strip();
    if (code.endsWith(":")) {
      return blanks + INDENT;
    }
    String word = code.split("\\W", 2)[0];
    boolean ends = List.of("return", "break", "continue", "pass", "raise").contains(word);
    return ends && blanks.length() >= INDENT.length() ? blanks.substring(INDENT.length()) : blanks;
  }

  private Widget tab() {
    return () -> {
      String before = reader.getBuffer().substring(0, reader.getBuffer().cursor());
      if (before.substring(before.lastIndexOf('\n') + 1).isBlank()) {
        reader.getBuffer().write(INDENT);
      } else {
        reader.callWidget(LineReader.EXPAND_OR_COMPLETE);
      }
      return true;
    };
  }

  private static void complete(Assistant assistant, ParsedLine parsed, List<Candidate> candidates) {
    for (String name : assistant.complete(parsed.word())) {
      int bracket = name.indexOf('(');
      String shown = name.substring(name.lastIndexOf('.', bracket < 0 ? name.length() : bracket) + 1);
      candidates.add(new Candidate(name, shown, null, null, null, null, false));
    }
  }

  /** JLine's view of the buffer: one word, the dotted name that ends at the cursor; never incomplete, as Enter decides that. */
  private static final class WholeLine extends DefaultParser {
    @Override
    public ParsedLine parse(String line, int cursor, Parser.ParseContext context) {
      int start = cursor;
      while (start > 0 && (Character.isJavaIdentifierPart(line.charAt(start - 1)) || line.charAt(start - 1) == '.')) {
        start--;
      }
      String word = line.substring(start, cursor);
      return new ArgumentList(line, List.of(word), 0, word.length(), cursor, null, start, cursor);
    }
  }
}
