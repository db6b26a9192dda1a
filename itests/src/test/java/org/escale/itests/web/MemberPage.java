package org.escale.itests.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.escale.itests.process.Accounts.Account;

/** The page as a member uses it. It notes each request to elsewhere and each script that fails. */
final class MemberPage implements AutoCloseable {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final double PATIENCE_MS = 60_000;
  private static final int MOMENT_MS = 50;

  /** A list that is being renewed is dimmed; what comes and goes fades. */
  private static final String RESTS =
      "!document.querySelector('.results[aria-busy=true]') && document.getAnimations()"
          + ".every(a => a.playState !== 'running'"
          + " || a.effect.getComputedTiming().endTime === Infinity)";

  private final BrowserContext context;
  private final Page page;
  private final String origin;
  private final List<String> outside = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();

  /** Opens it in a fresh browser whose clock shows {@code now}. */
  MemberPage(Browser browser, Browser.NewContextOptions options, String origin, Instant now) {
    this.origin = origin;
    context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MS);
    page = context.newPage();
    page.clock().setSystemTime(now.toEpochMilli());
    page.onRequest(
        request -> {
          if (!request.url().startsWith(origin + "/")) {
            outside.add(request.url());
          }
        });
    page.onPageError(broken::add);
    page.onRequestFailed(request -> failed.add(request.url() + " " + request.failure()));
    page.navigate(origin + "/");
    see(page.locator(".hero"));
  }

  Page page() {
    return page;
  }

  void signIn(Account account) {
    page.locator(".hero .primary").click();
    page.locator("input[name=username]").fill(account.username());
    page.locator("input[name=password]").fill(account.password());
    page.locator(".sign-in .primary").click();
  }

  /** The nearest centre that has room. */
  Locator nearest() {
    return see(page.locator(".cards .card footer").first().locator(".."));
  }

  void book() {
    nearest().locator("footer .primary").click();
    see(page.locator(".journey .actions"));
  }

  void checkIn() {
    page.locator(".journey .actions .primary").click();
    see(page.locator(".journey.here"));
  }

  /** The personal key, once the network has it ready. */
  String key() {
    see(page.locator(".key-tools")).locator("button").first().click();
    see(page.locator(".qr-code"));
    return page.locator(".key-card code").textContent();
  }

  /** Fetches a file that sets a device up for the network on site; what it is called. */
  String fetches(String format) {
    // a notice would lie over what is below
    page.evaluate("document.querySelectorAll('.toast .icon').forEach(button => button.click())");
    var link = see(page.locator(".setups a[href$=" + format + "]"));
    return page.waitForDownload(link::click).suggestedFilename();
  }

  /** Leaves; answers why the visit ended, as the member is told. */
  String checkOut() {
    page.locator(".journey .leave").click();
    return see(page.locator(".journey.over .why")).textContent();
  }

  /**
   * What is seen, once it rests, breaks no rule of WCAG 2.2 AA and is not wider than its window.
   */
  void assertEverybodyCanUse(String step) {
    awaitRest();
    var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
    assertEquals(
        step,
        List.of(),
        found.stream().map(rule -> rule.getId() + " " + first(rule.getNodes())).toList());
    var overflow = "document.documentElement.scrollWidth - window.innerWidth";
    assertEquals(step + " is too wide by", 0, ((Number) page.evaluate(overflow)).intValue());
  }

  private void awaitRest() {
    for (int waited = 0; !(boolean) page.evaluate(RESTS); waited += MOMENT_MS) {
      assertTrue("it never rests", waited < PATIENCE_MS);
      page.waitForTimeout(MOMENT_MS);
    }
  }

  private static String first(List<CheckedNode> nodes) {
    return nodes.get(0).getHtml() + " " + nodes.get(0).getFailureSummary();
  }

  /** Nothing was asked of elsewhere, no script failed, and no policy was broken. */
  void assertKeptToItself() {
    assertEquals("requests that leave " + origin, List.of(), outside);
    assertEquals("scripts that failed", List.of(), broken);
  }

  /** Waits for it; says what is on the page instead, where it does not come. */
  private Locator see(Locator place) {
    try {
      assertThat(place).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
      return place;
    } catch (AssertionError missing) {
      var shown = page.locator("body").innerText();
      throw new AssertionError(shown + "; broken " + broken + "; failed " + failed, missing);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
