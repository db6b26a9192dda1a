package org.escale.libraries.icalendar;

/**
 * The library throws one exception again and again, made when it is thrown first. It remembers
 * whoever was on the stack then, and would keep the classes of an adapter that was removed long ago
 * (A4). So it is made here, on a stack where nobody is.
 */
final class EmptyStack {
  private static final String KEPT =
      "biweekly.util.com.google.ical.iter.Generator$IteratorShortCircuitingException";

  private EmptyStack() {}

  /** Makes it, unless it was made already. */
  static void make() {
    var maker = new Thread(EmptyStack::touch, "icalendar-begins");
    maker.setDaemon(true);
    maker.start();
    try {
      maker.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void touch() {
    try {
      Class.forName(KEPT, true, EmptyStack.class.getClassLoader());
    } catch (ClassNotFoundException other) {
      throw new IllegalStateException("another version of the library", other);
    }
  }
}
