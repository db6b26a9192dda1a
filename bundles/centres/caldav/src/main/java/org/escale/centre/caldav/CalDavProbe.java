package org.escale.centre.caldav;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.escale.federation.TruthMode;
import org.escale.libraries.icalendar.OwnEvent;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.Probe;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/**
 * Finds out by trying what a server does, with events in January 2000 that are taken away again.
 * What a server says of itself in its headers is not asked.
 */
final class CalDavProbe {
  private static final Instant THEN = Instant.parse("2000-01-03T09:00:00Z");
  private static final TimeSlot FIRST = new TimeSlot(THEN, THEN.plusSeconds(60));
  private static final Duration DAY = Duration.ofDays(1);
  private static final TimeSlot SECOND = new TimeSlot(FIRST.from().plus(DAY), FIRST.to().plus(DAY));
  private static final int PRECONDITION = 412;

  private final Dav dav;
  private final Window window;
  private final Trust trust;

  CalDavProbe(Dav dav, Window window, Trust trust) {
    this.dav = dav;
    this.window = window;
    this.trust = trust;
  }

  Probe of(SpaceRef space) throws CentreException {
    var trial = new Trial(dav, dav.place(space));
    var findings = new LinkedHashMap<String, String>();
    try {
      var writes = triesToWrite(trial, findings);
      var feeds = triesToRead(trial, findings);
      var atomic = writes && CompareAndSet.holds(trial);
      findings.put("compare-and-set", yesOrNo(atomic));
      return new Probe(claims(writes && feeds, atomic), findings);
    } finally {
      trial.leave();
    }
  }

  private static TruthMode claims(boolean usable, boolean atomic) {
    if (!usable) {
      return TruthMode.REQUEST;
    }
    return atomic ? TruthMode.CENTRE_ATOMIC : TruthMode.CENTRE_CHECKED;
  }

  private static boolean triesToWrite(Trial trial, Map<String, String> findings)
      throws CentreException {
    var event = event(trial.key());
    trial.put(event, Map.of("If-None-Match", "*"));
    var there = trial.find(event);
    var written = there.filter(entry -> entry.keeps(event)).isPresent();
    findings.put("write", yesOrNo(written));
    if (written) {
      var again = trial.put(event, Map.of("If-None-Match", "*"));
      findings.put("create-once", yesOrNo(again == PRECONDITION));
      var stale = trial.put(event.firm(), Map.of("If-Match", "\"escale-never-given\""));
      findings.put("update-if-unchanged", yesOrNo(stale == PRECONDITION));
      findings.put("etag", yesOrNo(!there.get().revision().isEmpty()));
    }
    return written && !there.get().revision().isEmpty();
  }

  private boolean triesToRead(Trial trial, Map<String, String> findings) throws CentreException {
    var token = dav.token(trial.place(), trial.patience());
    var feed = token.filter(t -> dav.feedTrusted() && !Forgetful.isAlways(t)).isPresent();
    findings.put("changes", feed ? "feed" : "etags");
    var series = event(trial.key());
    var status = trial.put(series.uid(), daily(series), Map.of("If-None-Match", "*"));
    if (status >= 300) {
      findings.put("series", "not written");
      return true;
    }
    var byTime = dav.found(trial.place(), Questions.during(SECOND, true), trial.patience());
    var found = byTime.found().stream().anyMatch(f -> has(f, series.uid()));
    trust.rangeFindsSeries(found);
    findings.put("series", found ? "found by time" : "asked for by name");
    return window.entries(trial.place(), SECOND, trial.patience()).stream()
        .anyMatch(entry -> entry.key().equals(Key.of(series.uid())));
  }

  private static boolean has(Found found, String uid) {
    return found.property(Found.DATA).orElse("").contains(uid);
  }

  static OwnEvent event(Key key) {
    return new OwnEvent(key.uid(), FIRST, true, THEN, "Escale");
  }

  private static String daily(OwnEvent event) {
    return event.text().replace("STATUS:", "RRULE:FREQ=DAILY;COUNT=3\r\nSTATUS:");
  }

  private static String yesOrNo(boolean yes) {
    return yes ? "yes" : "no";
  }
}
