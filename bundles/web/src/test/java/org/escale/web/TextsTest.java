package org.escale.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.Test;

/** The page says the same in each of its languages. */
public final class TextsTest {
  private static final Pattern ENTRY =
      Pattern.compile("^  \"([^\"]+)\": \"((?:[^\"\\\\]|\\\\.)*)\",?$", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
  private static final Pattern USED = Pattern.compile("\\bt\\('([\\w.]+)'[,)]");

  @Test
  public void allLanguagesHaveTheSameKeys() throws Exception {
    var french = texts("fr");
    assertTrue(french.size() > 100);
    assertEquals(french.keySet(), texts("nl").keySet());
    assertEquals(french.keySet(), texts("en").keySet());
  }

  @Test
  public void eachTextFillsInTheSameNames() throws Exception {
    var english = texts("en");
    for (var language : new String[] {"fr", "nl"}) {
      texts(language)
          .forEach(
              (key, text) ->
                  assertEquals(language + " " + key, names(english.get(key)), names(text)));
    }
  }

  @Test
  public void noTextIsEmpty() throws Exception {
    for (var language : new String[] {"fr", "nl", "en"}) {
      texts(language).forEach((key, text) -> assertTrue(language + key, !text.isBlank()));
    }
  }

  @Test
  public void everyTextThatThePageAsksForIsThere() throws Exception {
    var known = texts("en").keySet();
    var missing = new TreeSet<String>();
    StaticFiles.all()
        .forEach(
            (name, bytes) -> {
              if (name.endsWith(".js") && !name.startsWith("lib/")) {
                USED.matcher(new String(bytes, StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !known.contains(key) && !known.contains(key + ".other"))
                    .forEach(missing::add);
              }
            });
    assertEquals(new TreeSet<String>(), missing);
  }

  private static Map<String, String> texts(String language) throws Exception {
    var json =
        new String(StaticFiles.all().get("texts/" + language + ".json"), StandardCharsets.UTF_8);
    var texts = new TreeMap<String, String>();
    ENTRY.matcher(json).results().forEach(e -> texts.put(e.group(1), e.group(2)));
    assertEquals("every line is read", json.lines().count() - 2, texts.size());
    return texts;
  }

  private static Set<String> names(String text) {
    var names = new TreeSet<String>();
    NAME.matcher(text).results().map(MatchResult::group).forEach(names::add);
    return names;
  }
}
