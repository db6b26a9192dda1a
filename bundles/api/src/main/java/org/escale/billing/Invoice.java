package org.escale.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.client.CompanyId;
import org.escale.client.Pseudonym;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * One company, one period, all networks. Pro forma: amounts without VAT. Its list of records makes
 * the invoice, not the calendar.
 *
 * @param number gapless for seller and year ({@code acme-2027-0001}); given by the commit, empty
 *     before
 * @param total the sum of its lines
 */
public record Invoice(
    InvoiceId id,
    String number,
    NetworkId seller,
    CompanyId buyer,
    Pseudonym company,
    YearMonth period,
    List<Line> lines,
    Money total,
    Instant issuedAt)
    implements Word {

  /** One line: what, how much, and the charges that make it. */
  public record Line(
      int n,
      String text,
      String costCentre,
      BigDecimal quantity,
      String unit,
      Money amount,
      List<ChargeId> charges) {
    /** Copies the charges. */
    public Line {
      charges = List.copyOf(charges);
    }
  }

  /** Copies the lines. */
  public Invoice {
    lines = List.copyOf(lines);
  }

  /** What the paper is, by its total. */
  public enum Kind {
    /** The company owes. */
    INVOICE,
    /** What was taken back is more than what is owed: the seller owes. */
    CREDIT_NOTE
  }

  /** What the paper is. */
  public Kind kind() {
    return total.isNegative() ? Kind.CREDIT_NOTE : Kind.INVOICE;
  }

  /** The same invoice with its number. */
  public Invoice numbered(String given) {
    return new Invoice(id, given, seller, buyer, company, period, lines, total, issuedAt);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.company(company), Reader.network(seller));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of(
        "companyId", buyer.value(),
        "networkId", seller.value(),
        "period", period.toString(),
        "kind", kind().name());
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(issuedAt);
  }
}
