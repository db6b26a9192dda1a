package org.escale.libraries.boxfiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.function.ThrowingRunnable;

/** Whatever people write as names, a file says what it was meant to say and nothing more. */
class HostileValuesProperties {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PIECES =
      List.of(
          "\n",
          "\r\n",
          "\"",
          "'",
          "\\",
          "`",
          "$(id)",
          "${confdir}",
          "#",
          "%n",
          "{",
          "}",
          ";",
          "/*",
          "driver=none\n",
          "@{radius-secret}",
          "\u2028",
          "\u202e",
          "\0",
          "\t",
          "é",
          "$x",
          "[:put 1]",
          "\ud83d\ude00",
          "a",
          " ",
          ",",
          "?");

  @Property(tries = 500)
  void noNameBreaksOutOfABoxFile(@ForAll("hostile") String centre, @ForAll("hostile") String ssid) {
    var plain = withoutNames(BoxFiles.of(Boxes.named("Axis Parc", "Escale")), "Escale");
    BoxFacts facts;
    try {
      facts = Boxes.named(centre, ssid);
    } catch (IllegalArgumentException refused) {
      return;
    }
    assertEquals(plain, withoutNames(BoxFiles.of(facts), ssid));
  }

  @Property(tries = 200)
  void aNameInTheAirStaysWhole(@ForAll("visible") String ssid) throws IOException {
    var files = ForeignGear.of(Boxes.named("Axis Parc", ssid), "192.0.2.7");
    var unifi = JSON.readTree(files.get("unifi/site.json"));
    assertEquals(ssid, unifi.at("/wlanconf/0/name").asText());
    assertEquals(ssid, JSON.readTree(files.get("omada/site.json")).at("/ssids/1/name").asText());
    assertEquals(ssid, asRouterOsReads(MikrotikFile.quoted(ssid)));
  }

  @Property(tries = 60)
  void aShellReadsTheSameName(@ForAll("visible") String ssid) throws IOException {
    var said =
        Programs.run(Path.of("target"), "sh", "-c", "printf %s " + OpenWrtFile.quoted(ssid)).said();
    assertEquals(ssid, said);
  }

  @Property(tries = 500)
  void aHostAnInterfaceAndAnAddressAreCleanOrRefused(@ForAll("hostile") String text) {
    cleanOrRefused("[A-Za-z0-9.-]+", () -> new Hub(text, 2083, URI.create("https://h")).host());
    cleanOrRefused("[a-z0-9]+", () -> new Wlan("x", Wlan.Proof.PERSONAL_KEY, text, 1).device());
    cleanOrRefused("fd[0-9a-f:]+", () -> Addresses.usual(text).unique());
    cleanOrRefused(
        "https://[!-~&&[^,\"'#\\\\]]+",
        () -> new Hub("h", 2083, URI.create("https://h/" + text)).portal().toString());
  }

  @Example
  void whatCannotStandInAFileIsRefused() {
    for (var bad : List.of("", "a\nb", "a\u202eb", "é".repeat(17), "\ud800")) {
      refused(() -> Boxes.named("Axis Parc", bad));
    }
    refused(() -> new Segment(4095, false));
    refused(() -> new Segment(1, false));
    refused(() -> new Hub("h", 0, URI.create("https://h")));
    refused(() -> new Hub("h", 2083, URI.create("http://h/")));
    refused(() -> new Addresses("10.0.0.1", 24, "fd00:0:0"));
    refused(() -> new Addresses("256.0.0.0", 24, "fd00:0:0"));
    refused(() -> new Wlan("x", Wlan.Proof.PERSONAL_KEY, "seg1", 1));
    refused(() -> new Wlan("x", Wlan.Proof.PERSONAL_KEY, "wlan0", 14));
    refused(() -> new Addresses("255.255.255.0", 24, "fd00:0:0").router(new Segment(2, false)));
  }

  /** Names are the first line's comment and the digits of the name in the air. */
  private static Map<String, String> withoutNames(Map<String, String> files, String ssid) {
    var hex = "ssid2=" + HexFormat.of().formatHex(ssid.getBytes(UTF_8)) + "\n";
    var rest = new TreeMap<String, String>();
    files.forEach(
        (path, text) -> {
          int end = text.indexOf('\n');
          assertTrue(
              text.substring(0, end)
                  .matches("# Escale box box-1, [A-Za-z0-9. -]*: changes here are lost\\."));
          assertEquals(path, path.matches("hostapd/.*conf"), text.contains(hex));
          rest.put(path, text.substring(end).replace(hex, "ssid2=\n"));
        });
    return rest;
  }

  private static String asRouterOsReads(String quoted) {
    var body = quoted.substring(1, quoted.length() - 1);
    assertTrue(body.matches("(?s)([^\\\\\"$\\[?]|\\\\[\\\\\"$\\[?])*"));
    return Pattern.compile("\\\\(.)")
        .matcher(body)
        .replaceAll(m -> Matcher.quoteReplacement(m.group(1)));
  }

  private static void cleanOrRefused(String clean, Supplier<String> made) {
    try {
      var text = made.get();
      assertTrue(text, text.matches(clean));
    } catch (IllegalArgumentException refused) {
      assertTrue(refused.getMessage().length() > 0);
    }
  }

  private static void refused(ThrowingRunnable made) {
    assertThrows(IllegalArgumentException.class, made);
  }

  @Provide
  Arbitrary<String> hostile() {
    var pieces =
        Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(6).map(p -> String.join("", p));
    return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(12));
  }

  @Provide
  Arbitrary<String> visible() {
    return hostile()
        .filter(text -> Checked.shows(text) && !text.isEmpty())
        .filter(text -> text.getBytes(UTF_8).length <= 32);
  }
}
