package dev.tuff.host;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/** The JVM's own signal handling. Signals that the JVM needs (SEGV, FPE, QUIT, USR1…) and those nobody can catch are refused. */
final class SystemSignals implements Signals {
  @Override
  public void receive(int signal, Receiver receiver) {
    install(signal, s -> receiver.arrived(signal));
  }

  @Override
  public void set(int signal, int disposition) {
    install(signal, disposition == IGNORE ? SignalHandler.SIG_IGN : SignalHandler.SIG_DFL);
  }

  private static void install(int signal, SignalHandler handler) {
    String name = Signals.name(signal);
    if (name == null) {
      throw new HostException(Errno.EINVAL);
    }
    try {
      Signal.handle(new Signal(name), handler);
    } catch (IllegalArgumentException e) {
      throw new HostException(Errno.EINVAL);
    }
  }

  @Override
  public void raise(int signal) {
    SystemCalls.kill(ProcessHandle.current().pid(), signal);
  }
}
