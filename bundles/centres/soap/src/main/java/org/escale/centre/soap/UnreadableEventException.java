package org.escale.centre.soap;

/** An event that nobody can understand; says which, and what is wrong with it. */
final class UnreadableEventException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String part;

  UnreadableEventException(String key, String part) {
    super(why(part));
    this.key = key;
    this.part = part;
  }

  String key() {
    return key;
  }

  String part() {
    return part;
  }

  private static String why(String part) {
    return switch (part) {
      case "key" -> "is missing, or has other signs than a key";
      case "booking" -> "is not the key of a booking of ours";
      case "kind" -> "is not ARRIVED, LEFT, EXTRA or CORRECTED";
      case "at" -> "is not a time with its offset";
      case "what" -> "is missing, or does not go with that kind";
      default -> "is not a number that goes with that kind";
    };
  }
}
