package org.escale.itests.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Instant;
import java.util.function.Supplier;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/** An instance and a browser to look at it; for all tests of a class. */
final class OpenSite extends ExternalResource {
  private static final double PATIENCE_MS = 60_000;

  private final TemporaryFolder folder = new TemporaryFolder();
  private final boolean sandbox;
  private Chromium chromium;
  private EscaleProcess escale;
  private Supplier<Instant> clock = Instant::now;

  private OpenSite(boolean sandbox) {
    this.sandbox = sandbox;
  }

  /** A sandbox on a working day. */
  static OpenSite onAWorkingDay() {
    return new OpenSite(true);
  }

  /** One that goes by the real time, for centres whose own systems do. */
  static OpenSite today() {
    return new OpenSite(false);
  }

  @Override
  protected void before() throws Throwable {
    folder.create();
    try {
      var data = folder.newFolder().toPath();
      escale = sandbox ? EscaleProcess.start(data, "--sandbox") : EscaleProcess.start(data);
      chromium = Chromium.start();
      escale.awaitReady();
      if (sandbox) {
        clock = new OpenDay(escale)::now;
      }
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
    return clock.get();
  }

  String origin() {
    return "http://127.0.0.1:" + escale.port();
  }

  /** The first member of the demonstration. */
  Account member() {
    return escale.accounts().first("member");
  }

  Account account(String username) {
    return escale.accounts().named(username);
  }

  Http as(String username) {
    return escale.as(username);
  }

  /** A page of its own on that device, in that language. */
  MemberPage page(Device device, String language) {
    return new MemberPage(chromium.browser(), device.speaking(language), origin(), now());
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
