package org.escale.spi.gateway;

import org.escale.client.Pseudonym;

/**
 * What somebody shows at a gateway to be let in.
 *
 * @param value a key, the name of a person, or a device's hardware address as twelve hexadecimal
 *     digits in lower case; stands in no log
 */
public record Claim(Kind kind, String value) {

  /** What is shown. */
  public enum Kind {
    /** A personal key: whoever shows it has it. */
    KEY,
    /** A name, that proves nothing: the key has to be checked. */
    PERSON,
    /** An address, that proves nothing: only for gear that asks for the key itself. */
    DEVICE
  }

  /** That key. */
  public static Claim key(String key) {
    return new Claim(Kind.KEY, key);
  }

  /** That person. */
  public static Claim person(String name) {
    return new Claim(Kind.PERSON, name);
  }

  /** That person. */
  public static Claim person(Pseudonym person) {
    return person(person.value());
  }

  /** That device. */
  public static Claim device(String address) {
    return new Claim(Kind.DEVICE, address);
  }

  /** Without the value. */
  @Override
  public String toString() {
    return "claim by " + kind;
  }
}
