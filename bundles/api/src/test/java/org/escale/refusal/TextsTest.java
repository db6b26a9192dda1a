package org.escale.refusal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Test;

public class TextsTest {
  @Test
  public void everyRefusalHasASentenceOfItsOwnInEachLanguage() {
    for (var code : RefusalCode.values()) {
      var english = Texts.of(code, Locale.ENGLISH);
      var french = Texts.of(code, Locale.FRENCH);
      var dutch = Texts.of(code, Locale.forLanguageTag("nl"));
      for (var text : List.of(english, french, dutch)) {
        assertNotEquals(code.name(), text);
      }
      assertNotEquals(code.name(), english, french);
      assertNotEquals(code.name(), french, dutch);
    }
  }

  @Test
  public void aLanguageThatWeDoNotSpeakGetsEnglish() {
    assertEquals(
        Texts.of(RefusalCode.CENTRE_FULL, Locale.ENGLISH),
        Texts.of(RefusalCode.CENTRE_FULL, Locale.JAPANESE));
  }

  @Test
  public void aDetailMayHaveASentenceOfItsOwn() {
    var over = Refusal.of(RefusalCode.NOT_FOUND, "session", "over");
    for (var language : List.of("fr", "nl", "en")) {
      var locale = Locale.forLanguageTag(language);
      assertNotEquals(Texts.of(RefusalCode.NOT_FOUND, locale), Texts.of(over, locale));
      var other = Refusal.of(RefusalCode.NOT_FOUND, "other", "thing");
      assertEquals(Texts.of(RefusalCode.NOT_FOUND, locale), Texts.of(other, locale));
    }
  }

  @Test
  public void whenToTryAgainStandsInTheSentence() {
    var unread = Map.of("centreSystem", "not read yet", "retryAfter", "30");
    var refusal = new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE, unread);
    for (var language : List.of("fr", "nl", "en")) {
      var text = Texts.of(refusal, Locale.forLanguageTag(language));
      assertTrue(text, text.contains(" 30 sec"));
    }
  }
}
