package org.escale.core.plugins;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.escale.federation.Criterion;
import org.escale.spi.billing.Offer;
import org.escale.spi.billing.Prices;
import org.escale.spi.billing.Rated;
import org.escale.spi.label.Grade;
import org.escale.spi.visit.Ending;
import org.escale.spi.visit.Limits;
import org.escale.spi.visit.VisitFacts;

/** What a plug-in's answer must be to be believed (law E3); pure. */
final class Sane {
  private static final int MOST_LINES = 500;
  private static final int LONGEST_TEXT = 2000;
  private static final Duration LONGEST_VISIT = Duration.ofHours(24);

  private Sane() {}

  static boolean offer(org.escale.spi.network.Offer offer) {
    return offer.commitment().toTotalMonths() >= 1
        && !offer.yearlyFees().isEmpty()
        && offer.yearlyFees().size() <= MOST_LINES
        && offer.yearlyFees().stream().noneMatch(org.escale.money.Money::isNegative);
  }

  static boolean criteria(List<Criterion> criteria) {
    return criteria.size() <= MOST_LINES
        && criteria.stream().allMatch(c -> text(c.code()) && (c.met() || text(c.remedy())))
        && distinct(criteria.stream().map(Criterion::code).toList());
  }

  static boolean grades(List<Grade> grades) {
    return grades.size() <= MOST_LINES
        && grades.stream().allMatch(g -> text(g.name()) && g.stars() >= 0 && g.stars() <= 5)
        && distinct(grades.stream().map(Grade::name).toList());
  }

  static boolean prices(Prices prices, Offer offer) {
    var kind = offer.space().kind().name().toLowerCase(Locale.ROOT);
    return prices.list().size() <= MOST_LINES
        && !prices.ceiling().isNegative()
        && !prices.rounding().step().isNegative()
        && prices.list().stream().noneMatch(price -> price.each().isNegative())
        && prices.list().stream()
                .filter(price -> price.of().equals(kind) && price.unit().equals("hour"))
                .count()
            == 1;
  }

  static boolean rated(Rated rated) {
    return rated.text() != null
        && rated.text().length() <= LONGEST_TEXT
        && rated.figures().size() <= MOST_LINES
        && rated.amount() != null;
  }

  static boolean limits(Limits limits) {
    return !limits.cancelUntil().isNegative()
        && !limits.noShowAfter().isNegative()
        && !limits.grace().isNegative()
        && !limits.longestVisit().isNegative()
        && !limits.longestVisit().isZero()
        && limits.longestVisit().compareTo(LONGEST_VISIT) <= 0;
  }

  static boolean ending(Ending ending, VisitFacts facts) {
    var latest = facts.startedAt().plus(facts.terms().longestVisit());
    return ending.by() != null
        && !ending.due().isAfter(latest)
        && !ending.billed().isBefore(facts.startedAt())
        && !ending.billed().isAfter(ending.due());
  }

  private static boolean text(String text) {
    return text != null && !text.isBlank() && text.length() <= LONGEST_TEXT;
  }

  private static boolean distinct(List<String> names) {
    return new HashSet<>(names).size() == names.size();
  }
}
