package org.escale.box;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Decides for a device that shows a key while the hub says nothing: who is in goes on with the same
 * device until the end, who may come by the list comes in. It never fails open.
 */
record Entering(Home home) {
  /** The answer to that device, twelve hexadecimal digits, with that key. */
  Offline.Verdict enters(String key, String device, Instant now) {
    try {
      var me = Identity.of(home);
      if (me.isEmpty()) {
        return Offline.Verdict.no("this box is not enrolled");
      }
      var offline = new Offline(home, me.get());
      var in = offline.goesOn(key, now);
      var verdict = in.isPresent() ? new Offline.Verdict(in, "") : offline.decide(key, now);
      return verdict.allowed().isEmpty() || bound(verdict, device, me.get())
          ? verdict
          : Offline.Verdict.no("this code came with another device");
    } catch (IOException | DateTimeException | IllegalArgumentException unreadable) {
      return Offline.Verdict.no("this box cannot read what it knows");
    }
  }

  private boolean bound(Offline.Verdict verdict, String device, Identity me) throws IOException {
    var list = new Entitlements(home, me).list().orElse("");
    var grant = verdict.allowed().orElseThrow().grant();
    return new Bound(home).to(grant, device, known -> list.contains(" " + known + " "));
  }
}
