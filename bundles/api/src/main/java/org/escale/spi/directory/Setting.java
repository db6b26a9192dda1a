package org.escale.spi.directory;

/**
 * One setting of an adapter, as a form asks for it.
 *
 * @param name as in {@link DirectoryConfig#settings}
 * @param text one sentence, with the unit
 * @param secret whether it is kept encrypted and never shown
 * @param preset what it is when left out; empty if it must be given
 */
public record Setting(String name, String text, boolean secret, java.util.Optional<String> preset) {
  /** One that must be given. */
  public static Setting needed(String name, String text) {
    return new Setting(name, text, false, java.util.Optional.empty());
  }

  /** One that must be given and is never shown. */
  public static Setting secret(String name, String text) {
    return new Setting(name, text, true, java.util.Optional.empty());
  }

  /** One that may be left out. */
  public static Setting preset(String name, String text, String value) {
    return new Setting(name, text, false, java.util.Optional.of(value));
  }
}
