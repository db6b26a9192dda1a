package org.escale.rest.feed;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.CentreProfile;
import org.escale.federation.OpeningHours;
import org.escale.federation.Position;
import org.escale.federation.Site;
import org.escale.federation.SiteId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.rest.call.Json;
import org.escale.service.OpenData.Content;
import org.escale.service.OpenData.Item;
import org.escale.service.OpenData.Kind;
import org.escale.service.OpenData.Place;
import org.escale.service.OpenData.Publisher;
import org.escale.word.TimeSlot;
import org.junit.Test;

/** What followers read. */
public final class RpdePageTest {
  private static final String FEED = "https://x.example/api/v1/openactive/slots";
  private static final Publisher US = new Publisher("https://x.example", "The federation");
  private static final Site SITE =
      new Site(new SiteId("s"), "The Mill", "Namur", "Wallonia", new Position(50.4667, 4.8674));
  private static final Centre CENTRE =
      new Centre(
          new CentreId("c"),
          new SiteId("s"),
          "Mill Works",
          "classic",
          Optional.empty(),
          OpeningHours.always(ZoneId.of("Europe/Brussels")),
          new CentreProfile(40, 200, 20, 2, Set.of(), true, 100, true),
          true);
  private static final Space SPACE =
      new Space(
          new SpaceId("c-1"),
          new CentreId("c"),
          "1",
          SpaceKind.DESK,
          1,
          Map.of(),
          Set.of("quiet"),
          TruthMode.FEDERATION);
  private static final TimeSlot SLOT =
      new TimeSlot(Instant.parse("2027-01-04T08:00:00Z"), Instant.parse("2027-01-04T17:30:00Z"));

  private static JsonNode page(Kind kind, Optional<Place> after, Item... items) throws Exception {
    var asked = new RpdePage.Asked(FEED, after, Optional.empty());
    var page = RpdePage.of(asked, List.of(items), new OpportunityViews(kind, US));
    return Json.mapper().readTree(Json.mapper().writeValueAsString(page));
  }

  private static Item item(long modified, String id, Optional<TimeSlot> free) {
    return new Item(new Place(modified, id), Optional.of(new Content(SPACE, CENTRE, SITE, free)));
  }

  @Test
  public void theLastPageIsItsOwnNextOne() throws Exception {
    assertEquals(FEED, page(Kind.SLOT, Optional.empty()).path("next").asText());
    var end = page(Kind.SLOT, Optional.of(new Place(7, "a#1")));
    assertEquals(FEED + "?afterTimestamp=7&afterId=a%231", end.path("next").asText());
    assertEquals(0, end.path("items").size());
  }

  @Test
  public void theNextPageIsBehindTheLastItem() throws Exception {
    var page =
        page(
            Kind.SLOT,
            Optional.of(new Place(3, "z")),
            item(4, "b", Optional.of(SLOT)),
            item(5, "a", Optional.of(SLOT)));
    assertEquals(FEED + "?afterTimestamp=5&afterId=a", page.path("next").asText());
  }

  @Test
  public void aTombstoneHasNoData() throws Exception {
    var gone = new Item(new Place(9, "b"), Optional.empty());
    var entry = page(Kind.SLOT, Optional.empty(), gone).at("/items/0");
    assertEquals("deleted", entry.path("state").asText());
    assertEquals(9, entry.path("modified").asLong());
    assertFalse(entry.has("data"));
  }

  @Test
  public void aFreeTimeIsASlotOfItsSpace() throws Exception {
    var slots = page(Kind.SLOT, Optional.empty(), item(1, "b", Optional.of(SLOT)));
    var slot = slots.at("/items/0/data");
    assertEquals("Slot", slot.path("@type").asText());
    assertEquals("PT9H30M", slot.path("duration").asText());
    assertEquals("2027-01-04T08:00:00Z", slot.path("startDate").asText());
    var spaces = page(Kind.SPACE, Optional.empty(), item(1, "c-1", Optional.empty()));
    var use = spaces.at("/items/0/data");
    assertEquals(use.path("@id").asText(), slot.path("facilityUse").asText());
    assertEquals("Mill Works, 1", use.path("name").asText());
    assertEquals("quiet", use.at("/location/amenityFeature/0/name").asText());
    assertEquals("https://openactive.io/", use.path("@context").asText());
  }
}
