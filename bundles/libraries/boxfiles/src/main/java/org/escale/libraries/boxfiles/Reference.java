package org.escale.libraries.boxfiles;

/**
 * What the hub does not know and the box fills in: a secret between two programs on the box never
 * leaves it. Where one of these stands in a file, the box puts its own value.
 */
public enum Reference {
  /** The secret between the programs on the box: letters and digits. */
  RADIUS_SECRET("@{radius-secret}"),
  /** The folder with the box's certificate and key. */
  KEYS("@{keys}"),
  /** The folder that the file itself lies in. */
  FILES("@{files}"),
  /** The folder for what must survive a restart. */
  STATE("@{state}");

  private final String text;

  Reference(String text) {
    this.text = text;
  }

  /** As it stands in a file. */
  public String text() {
    return text;
  }
}
