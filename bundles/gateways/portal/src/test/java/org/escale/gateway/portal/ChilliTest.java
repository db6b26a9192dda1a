package org.escale.gateway.portal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What CoovaChilli 1.9 and 1.8 sent devices here with, on 2026-11-23, and what they are told. */
public class ChilliTest {
  private static final String CHALLENGE = "421c2134a74dc97e5f2c31dc4f30c3a3";
  private static final String WHERE =
      "res=notyet&uamip=198.19.221.1&uamport=3990&challenge=" + CHALLENGE;
  private static final String WHO =
      "&called=E2-21-4F-EA-25-60&mac=FE-79-75-D3-AA-A0&ip=198.19.221.2&nasid=box-cei"
          + "&sessionid=179543272900000001&userurl=&md=26C84C29CFF9CAEB59AF86813F84F0ED";

  /** Somebody asked for a page over HTTP. */
  private static final String REDIRECT = WHERE + WHO;

  /** After the answer was accepted by RADIUS. */
  private static final String LET_IN =
      "res=success&uamip=198.19.221.1&uamport=3990&called=E2-21-4F-EA-25-60&uid=p-g"
          + "&timeleft=23956&mac=FE-79-75-D3-AA-A0&ip=198.19.221.2&nasid=box-cei"
          + "&sessionid=179543272900000001&md=7E404BFA48FBE31C79751A093E7937BF";

  /** After it was rejected, by 1.8; 1.9 closes the connection without a word. */
  private static final String REFUSED =
      "res=failed&reason=reject&uamip=198.19.221.1&uamport=3990"
          + "&challenge=8e27b07a2d9228b785f22eebf468f9a3&called=E2-21-4F-EA-25-60"
          + "&mac=A6-BF-98-63-1C-BE&ip=198.19.221.3&nasid=box-cei&sessionid=179543354300000001"
          + "&md=109AB272982B437F58026652D7202EA5";

  /** After somebody went to its page {@code logoff}. */
  private static final String LOGGED_OFF =
      "res=logoff&uamip=198.19.221.1&uamport=3990&challenge=f348296e655d622ed1190140c3e79df3"
          + "&called=E2-21-4F-EA-25-60&mac=FE-79-75-D3-AA-A0&ip=198.19.221.2&nasid=box-cei"
          + "&sessionid=179543316200000001&md=3D843C1FD0A3093F33FCE85E694BD78E";

  private static final String KEY = "ct4n6-csmut-2g4ep-eff5f";

  /** Which its RADIUS server took for that key. */
  private static final String ANSWER = "response=6b682f13afe5db7608cf8a110f5b1cda";

  private Site site;

  @Before
  public void open() {
    site =
        new Site(
            Map.of(
                "box", "chilli",
                "address", "198.19.221.1:3990",
                "secret", "1a4ca9d8a7b29b191e263c966e847998"));
    site.knows(site.grant("g", KEY, 1, false));
  }

  @After
  public void close() {
    site.close();
  }

  @Test
  public void chilliGetsTheChapAnswerAndNeverTheKey() {
    assertEquals(200, comes(REDIRECT).status());
    var to = gives(REDIRECT).headers().get("Location");
    assertTrue(to, to.startsWith("http://198.19.221.1:3990/logon?username=p-g&" + ANSWER + "&"));
    assertFalse(to, to.contains(KEY));
    assertEquals("RADIUS tells who passes", List.of(), site.gateway.sessions());
  }

  /** Chilli says it again in every redirect that follows. */
  @Test
  public void theLanguageThatSomebodyChoseComesBack() {
    var to = gives(REDIRECT + "&lang=en").headers().get("Location");
    assertTrue(to, to.endsWith("&lang=en"));
    assertTrue(comes(LET_IN + "&lang=en").body().contains("You are online"));
  }

  @Test
  public void whatIsLeftOfTheVisitIsShown() {
    var page = comes(LET_IN + "&lang=en").body();
    assertTrue(page, page.contains("6&nbsp;h&nbsp;39&nbsp;min"));
    for (var odd : List.of("", "-1", "soon", "1".repeat(20))) {
      var shown = comes(LET_IN.replace("timeleft=23956", "timeleft=" + odd)).body();
      assertFalse(odd, shown.contains("class=\"time\""));
    }
  }

  /** RADIUS would refuse it, and 1.9 would not say so. */
  @Test
  public void s1_aSecondDeviceIsToldByThePage() {
    site.first = "a6bf98631cbe";
    var said = gives(REDIRECT + "&lang=en");
    assertEquals(403, said.status());
    assertTrue(said.body(), said.body().contains("already used on another device"));
    site.first = "fe7975d3aaa0";
    assertEquals(303, gives(REDIRECT).status());
  }

  @Test
  public void whoWasRefusedOrWentMayTryAgain() {
    assertTrue(comes(REFUSED).body().contains("role=\"alert\""));
    var page = comes(LOGGED_OFF);
    assertEquals(200, page.status());
    assertTrue(page.body().contains("name=\"key\""));
    assertFalse(page.body().contains("role=\"alert\""));
  }

  /** It alone knows who passes, and answers at {@code /captive-portal-identification}. */
  @Test
  public void rfc8908_weDoNotCallADeviceCaptiveThatChilliMayHaveLetIn() {
    assertEquals(404, site.get("gw/api", Map.of()).status());
  }

  private Say comes(String query) {
    return site.get("gw", Ask.fields(query));
  }

  private Say gives(String query) {
    return site.post("gw", Ask.fields(query), "key=" + KEY);
  }
}
