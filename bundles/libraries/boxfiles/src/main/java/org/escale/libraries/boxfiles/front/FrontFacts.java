package org.escale.libraries.boxfiles.front;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that the files of a front depend on.
 *
 * @param realm what may stand behind the {@code @} of our own people's names
 * @param keys the folder with {@code front.pem} and {@code front.key}, which devices are shown
 * @param gear who asks; each has a name, an address and a {@code from} of its own
 * @param federations to whom we send what their people ask
 */
public record FrontFacts(
    String realm, String keys, Ports ports, List<Gear> gear, List<Federation> federations) {

  /**
   * Checks each value.
   *
   * @throws IllegalArgumentException says which value cannot stand in a file
   */
  public FrontFacts {
    Plain.realm(realm);
    Plain.folder(keys);
    gear = List.copyOf(gear);
    federations = List.copyOf(federations);
    unique("name", gear.stream().map(Gear::name));
    unique("address", gear.stream().map(Gear::address));
    unique("from", gear.stream().map(Gear::from));
    unique("name", federations.stream().map(Federation::name));
    unique("realm", Stream.concat(Stream.of(realm), federations.stream().map(Federation::realm)));
  }

  private static void unique(String what, Stream<String> values) {
    Set<String> known = new HashSet<>();
    values.forEach(value -> Plain.that(known.add(value), what + " " + value + " stands twice"));
  }
}
