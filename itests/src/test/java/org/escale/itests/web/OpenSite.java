package org.escale.itests.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Instant;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/** A sandbox on a working day, and a browser to look at it; for all tests of a class. */
final class OpenSite extends ExternalResource {
  private static final double PATIENCE_MS = 40_000;

  private final TemporaryFolder folder = new TemporaryFolder();
  private Chromium chromium;
  private EscaleProcess escale;
  private OpenDay day;

  @Override
  protected void before() throws Throwable {
    folder.create();
    try {
      escale = EscaleProcess.start(folder.newFolder().toPath(), "--sandbox");
      chromium = Chromium.start();
      escale.awaitReady();
      day = new OpenDay(escale);
    } catch (Exception | AssertionError no) {
      after();
      throw no;
    }
  }

  @Override
  protected void after() {
    if (escale != null) {
      escale.close();
    }
    if (chromium != null) {
      chromium.close();
    }
    folder.delete();
  }

  EscaleProcess escale() {
    return escale;
  }

  Instant now() {
    return day.now();
  }

  Account account(String username) {
    return escale.accounts().all().stream()
        .filter(account -> account.username().equals(username))
        .findFirst()
        .orElseThrow();
  }

  Http as(String username) {
    return escale.http(account(username));
  }

  /** A page of its own on that device, in that language. */
  MemberPage page(Device device, String language) {
    var origin = "http://127.0.0.1:" + escale.port();
    return new MemberPage(chromium.browser(), device.speaking(language), origin, day.now());
  }

  /** The first such place, once it is to be seen. */
  static Locator see(MemberPage seen, String what) {
    var place = seen.page().locator(what).first();
    place.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
    return place;
  }

  /** Until it is there no longer. */
  static Locator.WaitForOptions gone() {
    var gone = new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    return gone.setTimeout(PATIENCE_MS);
  }
}
