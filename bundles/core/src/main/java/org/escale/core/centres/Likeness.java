package org.escale.core.centres;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.service.Onboarding.Place;

/**
 * Which place may be which space, by the words of their names: those that are each other's likest,
 * and none where two are as like. It proposes; a person decides.
 */
final class Likeness {
  /** At least half of all their words are the same. */
  private static final double LEAST = 0.5;

  private static final Pattern WORD = Pattern.compile("\\d+|\\p{L}+");
  private static final Pattern ACCENT = Pattern.compile("\\p{M}");

  private Likeness() {}

  private record Pair(SpaceId space, String ref, double likeness) {}

  /** The place of each space that one looks like. */
  static Map<SpaceId, String> proposed(List<Space> spaces, List<Place> places) {
    var pairs = new ArrayList<Pair>();
    for (var space : spaces) {
      for (var place : places) {
        pairs.add(new Pair(space.id(), place.ref(), likeness(space, place)));
      }
    }
    pairs.removeIf(pair -> pair.likeness() < LEAST);
    var bySpace = likest(pairs, Pair::space);
    var byPlace = likest(pairs, Pair::ref);
    return pairs.stream()
        .filter(pair -> bySpace.get(pair.space()).equals(List.of(pair)))
        .filter(pair -> byPlace.get(pair.ref()).equals(List.of(pair)))
        .collect(Collectors.toMap(Pair::space, Pair::ref));
  }

  /** The likest pairs of each half. */
  private static <H> Map<H, List<Pair>> likest(List<Pair> pairs, Function<Pair, H> half) {
    var likest = new HashMap<H, List<Pair>>();
    for (var pair : pairs) {
      var before = likest.computeIfAbsent(half.apply(pair), h -> new ArrayList<>());
      if (!before.isEmpty() && before.get(0).likeness() < pair.likeness()) {
        before.clear();
      }
      if (before.isEmpty() || before.get(0).likeness() == pair.likeness()) {
        before.add(pair);
      }
    }
    return likest;
  }

  private static double likeness(Space space, Place place) {
    var end = place.ref().replaceAll("/+$", "");
    var called = List.of(place.name(), end.substring(end.lastIndexOf('/') + 1));
    var everywhere = words(space.centre().value());
    return called.stream()
        .flatMap(
            name ->
                List.of(space.name(), space.id().value()).stream()
                    .map(own -> likeness(words(own, everywhere), words(name, everywhere))))
        .max(Double::compare)
        .orElse(0.0);
  }

  /**
   * Names with other numbers are of other things, however alike they are; and a number alone is a
   * likeness only where there is nothing else.
   */
  private static double likeness(Set<String> ours, Set<String> theirs) {
    var all = new HashSet<>(ours);
    all.addAll(theirs);
    var both = new HashSet<>(ours);
    both.retainAll(theirs);
    var numbers = numbers(ours);
    boolean named = both.size() > numbers.size() || both.equals(all);
    return all.isEmpty() || !numbers.equals(numbers(theirs)) || !named
        ? 0.0
        : (double) both.size() / all.size();
  }

  /** Without what stands in the name of everything at that centre. */
  private static Set<String> words(String name, Set<String> everywhere) {
    var words = new HashSet<>(words(name));
    words.removeAll(everywhere);
    return words;
  }

  private static Set<String> numbers(Set<String> words) {
    return words.stream().filter(w -> Character.isDigit(w.charAt(0))).collect(Collectors.toSet());
  }

  private static Set<String> words(String name) {
    var plain = ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return WORD.matcher(plain.toLowerCase(Locale.ROOT))
        .results()
        .map(found -> found.group().replaceFirst("^0+(?=\\d)", ""))
        .collect(Collectors.toSet());
  }
}
