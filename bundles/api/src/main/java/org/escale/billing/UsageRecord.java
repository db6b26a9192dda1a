package org.escale.billing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.booking.Agreement;
import org.escale.client.Guest;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.presence.Closing;
import org.escale.presence.VisitId;
import org.escale.word.Reader;
import org.escale.word.TimeSlot;
import org.escale.word.Word;

/**
 * What was consumed: quantities, never amounts; written once (law U2). The store gives number,
 * hashes and chain position in the commit that writes it.
 *
 * @param centre where; empty on PERIOD records, whose chain is their network's
 * @param producer who reported it, with its own key: {@code desk:42}
 * @param of the space, or the extra's kind, or the pass's product
 * @param quantity so many {@code unit}; negative on a credit record. TIME counts in {@code second},
 *     PERIOD in {@code month}, an extra in its own unit; NO_SHOW in {@code second} for the space,
 *     in its own unit for what was ordered along
 * @param slot when; for an extra the second it was recorded
 * @param closing what ended the visit, on TIME records
 * @param credits the record that this one takes back
 * @param chain its place in the chains; {@link Chain#NONE} until it is written
 */
public record UsageRecord(
    UsageRecordId id,
    Kind kind,
    Optional<CentreId> centre,
    Optional<SpaceId> space,
    Optional<SpaceKind> spaceKind,
    Guest guest,
    Optional<VisitId> visit,
    Agreement agreement,
    String of,
    BigDecimal quantity,
    String unit,
    TimeSlot slot,
    Optional<Closing> closing,
    String producer,
    Optional<UsageRecordId> credits,
    Chain chain)
    implements Word {

  /** What kinds of usage there are. */
  public enum Kind {
    /** Seconds between check-in and check-out. */
    TIME,
    /** An extra. */
    EXTRA,
    /** A place kept, or an extra ordered, for somebody who did not come. */
    NO_SHOW,
    /** A pass or fee for a period; its chain is its network's. */
    PERIOD
  }

  /**
   * Where it stands: number and hash in the chain of its centre (PERIOD: of its network), and in
   * that of centre and issuer. Numbers begin at 1 and have no gap; a hash is SHA-256 in hex over
   * the content and the hash before.
   */
  public record Chain(
      String name, long number, String hash, String before, long issuerNumber, String issuerHash) {
    /** Not yet written. */
    public static final Chain NONE = new Chain("", 0, "", "", 0, "");
  }

  /** Whether it counts seconds of its space, used or kept; else units of an extra, or months. */
  public boolean timed() {
    return kind == Kind.TIME
        || (kind == Kind.NO_SHOW && space.filter(s -> s.value().equals(of)).isPresent());
  }

  /** The time it counts, negative on a credit record; its quantity must be in seconds. */
  public Duration time() {
    return Duration.ofSeconds(quantity.longValueExact());
  }

  /** The name of the chain that it belongs to. */
  public String chainName() {
    return centre.map(c -> "centre:" + c.value()).orElse("network:" + agreement.contract().value());
  }

  /** The same record at its place. */
  public UsageRecord at(Chain place) {
    return new UsageRecord(
        id, kind, centre, space, spaceKind, guest, visit, agreement, of, quantity, unit, slot,
        closing, producer, credits, place);
  }

  /** Own clients at home are the centre's own affair: no network reads them. */
  @Override
  public Set<Reader> readers() {
    var readers = new java.util.HashSet<Reader>();
    readers.add(Reader.member(guest.person()));
    readers.add(Reader.company(guest.company()));
    centre.map(Reader::centre).ifPresent(readers::add);
    if (!agreement.own()) {
      readers.add(Reader.network(agreement.contract()));
      readers.add(Reader.network(agreement.affiliation()));
    }
    return readers;
  }

  @Override
  public Map<String, String> keys() {
    var keys = new HashMap<String, String>();
    centre.ifPresent(c -> keys.put("centreId", c.value()));
    keys.put("kind", kind.name());
    keys.put("guest", guest.person().value());
    keys.put("company", guest.company().value());
    keys.put("producer", producer);
    visit.ifPresent(v -> keys.put("visitId", v.value()));
    credits.ifPresent(c -> keys.put("credits", c.value()));
    return keys;
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(slot.to());
  }
}
