package org.escale.rest.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.escale.federation.Position;
import org.escale.federation.Space;
import org.escale.service.OpenData.Content;
import org.escale.service.OpenData.Kind;
import org.escale.service.OpenData.Publisher;

/**
 * Spaces and their free times in the words of OpenActive (Modelling Opportunity Data 2.0): a space
 * is a FacilityUse, a time at which it is free a Slot of it.
 */
record OpportunityViews(Kind of, Publisher publisher) {
  private static final String CONTEXT = "https://openactive.io/";

  /** What sort of space: a word of ours, since the list of OpenActive is about sports. */
  @JsonPropertyOrder({"@type", "@id"})
  record Concept(
      @JsonProperty("@type") String type,
      @JsonProperty("@id") String id,
      String prefLabel,
      String inScheme) {}

  /** Where. */
  record Geo(@JsonProperty("@type") String type, double latitude, double longitude) {}

  /** Something that the place has. */
  record Amenity(@JsonProperty("@type") String type, String name, boolean value) {
    static Amenity of(String feature) {
      return new Amenity("LocationFeatureSpecification", feature, true);
    }
  }

  /** The building. */
  record PlaceView(
      @JsonProperty("@type") String type,
      String name,
      Geo geo,
      Optional<List<Amenity>> amenityFeature) {}

  /** Who tells it. */
  record Organization(@JsonProperty("@type") String type, String name, String url) {}

  /** A space. */
  @JsonPropertyOrder({"@context", "@type", "@id"})
  record FacilityUse(
      @JsonProperty("@context") String context,
      @JsonProperty("@type") String type,
      @JsonProperty("@id") String id,
      String identifier,
      String name,
      String description,
      String url,
      List<Concept> facilityType,
      PlaceView location,
      Organization provider) {}

  /** A time at which it is free. */
  @JsonPropertyOrder({"@context", "@type", "@id"})
  record Slot(
      @JsonProperty("@context") String context,
      @JsonProperty("@type") String type,
      @JsonProperty("@id") String id,
      String identifier,
      String facilityUse,
      Instant startDate,
      Instant endDate,
      Duration duration,
      int remainingUses,
      int maximumUses) {}

  /** How RPDE calls it. */
  String kind() {
    return of == Kind.SPACE ? "FacilityUse" : "FacilityUse/Slot";
  }

  /** What is told of it. */
  Object data(String id, Content content) {
    return content
        .free()
        .<Object>map(
            slot ->
                new Slot(
                    CONTEXT,
                    "Slot",
                    publisher.address() + "/api/v1/openactive/slots/" + id,
                    id,
                    address(content.space()),
                    slot.from(),
                    slot.to(),
                    slot.length(),
                    1,
                    1))
        .orElseGet(() -> use(content));
  }

  private FacilityUse use(Content content) {
    var space = content.space();
    return new FacilityUse(
        CONTEXT,
        "FacilityUse",
        address(space),
        space.id().value(),
        content.centre().name() + ", " + space.name(),
        word(space) + " for " + space.seats(),
        publisher.address() + "/",
        List.of(concept(space)),
        place(content),
        new Organization("Organization", publisher.name(), publisher.address() + "/"));
  }

  private String address(Space space) {
    return publisher.address() + "/api/v1/spaces/" + space.id().value().replace("#", "%23");
  }

  private Concept concept(Space space) {
    var scheme = publisher.address() + "/api/v1/spaces";
    var id = scheme + "?kind=" + space.kind();
    return new Concept("Concept", id, word(space), scheme);
  }

  private static String word(Space space) {
    var name = space.kind().name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static PlaceView place(Content content) {
    Position at = content.site().position();
    return new PlaceView(
        "Place",
        content.site().name() + ", " + content.site().town(),
        new Geo("GeoCoordinates", at.latitude(), at.longitude()),
        Optional.of(content.space().features().stream().sorted().map(Amenity::of).toList())
            .filter(features -> !features.isEmpty()));
  }
}
