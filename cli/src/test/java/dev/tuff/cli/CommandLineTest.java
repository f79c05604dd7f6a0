package dev.tuff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The command line means what CPython's does. */
class CommandLineTest {
  private static CommandLine parse(String... arguments) throws Exception {
    return CommandLine.parse(arguments, Map.of());
  }

  @Test
  void programKinds() throws Exception {
    assertEquals(CommandLine.Action.STDIN, parse().action);
    assertEquals(List.of(""), parse().argv);
    CommandLine file = parse("-B", "x.py", "-c", "b");
    assertEquals(CommandLine.Action.FILE, file.action);
    assertEquals(List.of("x.py", "-c", "b"), file.argv);
    CommandLine command = parse("-Bsc", "pass", "-O", "a");
    assertEquals("pass", command.target);
    assertEquals(List.of("-c", "-O", "a"), command.argv);
    assertEquals(0, command.optimize);
    assertEquals(1, command.noUserSite);
    assertEquals("json.tool", parse("-mjson.tool").target);
    assertEquals(List.of("-", "q"), parse("-", "q").argv);
    assertEquals(List.of("-x.py"), parse("--", "-x.py").argv);
    assertEquals(CommandLine.Action.VERSION, parse("-VV", "x.py").action);
  }

  @Test
  void optionsAddUp() throws Exception {
    CommandLine line = parse("-OOvvbI", "-Wignore", "-W", "error::UserWarning", "-X", "dev", "-Xa=b=c");
    assertEquals(2, line.optimize);
    assertEquals(2, line.verbose);
    assertTrue(line.safePath);
    assertEquals(List.of("default", "ignore", "error::UserWarning", "default::BytesWarning"), line.warnOptions);
    assertEquals(Map.of("dev", true, "a", "b=c"), line.implementation);
  }

  @Test
  void environmentCountsUnlessIgnored() throws Exception {
    Map<String, String> environment = Map.of("PYTHONOPTIMIZE", "2", "PYTHONVERBOSE", "yes", "PYTHONWARNINGS", "a,b", "PYTHONHASHSEED", "7");
    CommandLine line = CommandLine.parse(new String[] {"-O", "-Wc"}, environment);
    assertEquals(2, line.optimize);
    assertEquals(1, line.verbose);
    assertEquals(List.of("a", "b", "c"), line.warnOptions);
    assertEquals(7, line.hashSeed);
    CommandLine alone = CommandLine.parse(new String[] {"-E"}, environment);
    assertEquals(0, alone.optimize + alone.verbose);
    assertEquals(-1, alone.hashSeed);
  }

  @Test
  void mistakesAreNamed() {
    assertEquals("Unknown option: -z", assertThrows(CommandLine.UsageException.class, () -> parse("-z")).getMessage());
    assertEquals("Unknown option: --foo", assertThrows(CommandLine.UsageException.class, () -> parse("--foo")).getMessage());
    assertEquals("Argument expected for the -W option", assertThrows(CommandLine.UsageException.class, () -> parse("-W")).getMessage());
    assertThrows(CommandLine.ConfigurationException.class,
        () -> CommandLine.parse(new String[0], Map.of("PYTHONHASHSEED", "4294967296")));
    assertThrows(CommandLine.ConfigurationException.class, () -> parse("-X", "int_max_str_digits=5"));
  }
}
