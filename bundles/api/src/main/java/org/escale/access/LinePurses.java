package org.escale.access;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.money.Money;
import org.escale.word.Id;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * What a box may let be spent while its line is away, and what is held back for that: by purse, a
 * credit's ledger account or {@code budget:} and a person's pseudonym. Read by the platform alone.
 *
 * @param listed what its last list lets be spent
 * @param held what of that is held back now; empty while the box is heard
 * @param since when holding began; empty while nothing is held
 */
public record LinePurses(
    GatewayId box,
    CentreId centre,
    Map<String, Money> listed,
    Map<String, Money> held,
    Optional<Instant> since)
    implements Word {
  private static final String BUDGET = "budget:";

  /** Copies the maps. */
  public LinePurses {
    listed = Map.copyOf(listed);
    held = Map.copyOf(held);
  }

  /** The purse of a person's budget of the month. */
  public static String budget(Pseudonym person) {
    return BUDGET + person;
  }

  /** A fresh list; what is held stays held. */
  public LinePurses listing(Map<String, Money> purses) {
    return new LinePurses(box, centre, purses, held, since);
  }

  /** The same, holding that from then on. */
  public LinePurses holding(Instant now, Map<String, Money> purses) {
    return new LinePurses(box, centre, listed, purses, Optional.of(now));
  }

  /** The same, holding nothing. */
  public LinePurses released() {
    return new LinePurses(box, centre, listed, Map.of(), Optional.empty());
  }

  /** What is held of all credits. */
  public Money heldCredit() {
    return held.entrySet().stream()
        .filter(one -> !one.getKey().startsWith(BUDGET))
        .map(Map.Entry::getValue)
        .reduce(Money.ZERO, Money::plus);
  }

  /** Of how many people's budgets something is held. */
  public int heldBudgets() {
    return (int) held.keySet().stream().filter(purse -> purse.startsWith(BUDGET)).count();
  }

  /** What is held of that purse. */
  public Money held(String purse) {
    return held.getOrDefault(purse, Money.ZERO);
  }

  @Override
  public Id id() {
    return box;
  }

  @Override
  public Set<Reader> readers() {
    return Set.of();
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value());
  }
}
