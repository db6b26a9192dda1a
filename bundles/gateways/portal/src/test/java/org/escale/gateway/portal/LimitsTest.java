package org.escale.gateway.portal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.escale.spi.gateway.GatewayException;
import org.junit.Test;

/** How much of anything a portal takes. */
public class LimitsTest {
  @Test
  public void fortyFieldsAreReadTheFirstOfANameCountsAndWhatIsNoTextIsLeftOut() {
    var many =
        IntStream.range(0, 60).mapToObj(n -> "f" + n + "=" + n).collect(Collectors.joining("&"));
    assertEquals(40, Ask.fields(many).size());
    assertFalse(Ask.fields(many).containsKey("f40"));
    assertEquals(Map.of("a", "1"), Ask.fields("a=1&a=2&b=%zz&=3&c"));
  }

  @Test
  public void aDeviceWaitsOnceFourAreToldAtATimeAndAThousandWait() {
    var waiting = new Waiting();
    waiting.add("first", new Waiting.Entry("m", "first"));
    waiting.add("second", new Waiting.Entry("m", "second"));
    assertEquals(List.of("second"), waiting.next());
    for (int n = 0; n < 1000; n++) {
      waiting.add("n" + n, new Waiting.Entry("m" + n, "line " + n));
    }
    assertEquals(Waiting.AT_ONCE, waiting.next().size());
    assertTrue(waiting.holds("m998"));
    assertFalse(waiting.holds("m999"));
  }

  @Test
  public void nothingLongIsTakenForACard() {
    assertTrue(Macs.read("-".repeat(20) + "020000abcdef").isPresent());
    assertTrue(Macs.read("-".repeat(21) + "020000abcdef").isEmpty());
  }

  @Test
  public void whatMeansSomethingToABrowserOrToOurFrameIsWrittenAsText() {
    assertEquals("&lt;b&gt; &amp; &quot; &#39; &#123;x}", Pages.plain("<b> & \" ' {x}"));
  }

  @Test
  public void aLeaseIsAMinuteToTwelveHoursInWholeMinutes() throws GatewayException {
    for (var good : List.of("PT1M", "PT12H", "PT120S")) {
      assertEquals(Duration.parse(good), settings("lease", good).lease());
    }
    for (var bad : List.of("PT0S", "PT59S", "PT90S", "PT12H1M", "-PT30M", "half an hour")) {
      assertThrows(bad, GatewayException.class, () -> settings("lease", bad));
    }
  }

  @Test
  public void anAddressOfThePortalIsAHostAndNoMore() throws GatewayException {
    assertEquals("http://hub:8181", settings("url", "http://hub:8181").url());
    for (var bad : List.of("https://hub/", "https://hub?x=1", "ftp://hub", "https://", "hub")) {
      assertThrows(bad, GatewayException.class, () -> settings("url", bad));
    }
    for (var bad : List.of("hub", "hub:", "hub:123456", "two hosts:80", "hub:80/x")) {
      assertThrows(bad, GatewayException.class, () -> settings("address", bad));
    }
  }

  @Test
  public void aBoxSpeaksByItselfAtLevelThreeOrThroughOurAgent() throws GatewayException {
    assertFalse(settings("box", "opennds-1").speaks());
    assertFalse(settings("box", "chilli").speaks());
    assertTrue(settings("box", "opennds-3").speaks());
    assertTrue(settings("agent", "true").speaks());
  }

  private static PortalSettings settings(String name, String value) throws GatewayException {
    var all = new HashMap<>(Map.of("address", "b:1", "url", "https://hub", "secret", Site.SECRET));
    all.put(name, value);
    return PortalSettings.of(all);
  }
}
