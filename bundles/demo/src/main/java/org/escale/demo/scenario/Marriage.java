package org.escale.demo.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.osgi.service.component.annotations.Component;

/**
 * The marriage of 2013: two networks join a broker, each centre for itself, and each stays whole.
 */
@Component(service = Scenario.class)
public final class Marriage implements Scenario {
  private static final String BROKER = "mobispot";
  private static final String COOPERATIVE = "smart-work-centers";

  @Override
  public String name() {
    return "marriage";
  }

  @Override
  public void play(Stage stage) {
    terms(stage);
    accord(stage);
    refused(stage);
    labels(stage);
    neighbours(stage);
    signatures(stage);
  }

  private static void terms(Stage stage) {
    var story = stage.story();
    story.tell("Three networks of workplaces meet: a broker, a cooperative and an association.");
    var networks = stage.get("operator", "networks").path("items");
    story.figure("networks in the federation", "3", "" + networks.size());
    story.tell("The cooperative asks for three years, the broker for one.");
    story.figure("years in the cooperative", "P3Y", commitment(stage, "cei-desk", COOPERATIVE));
    story.figure("years with the broker", "P1Y", commitment(stage, "cei-desk", BROKER));
  }

  private static void accord(Stage stage) {
    var story = stage.story();
    story.tell("The accord makes a candidate of each centre, and each confirms for itself.");
    var all =
        stage.get("mobispot-office", "affiliations?networkId=mobispot&limit=100").path("items");
    var cooperative =
        stage.get("smart-work-centers-office", "affiliations?limit=100").path("items");
    var members = items(cooperative).map(a -> a.path("centreId").asText()).toList();
    var states = new TreeMap<String, Integer>();
    items(all)
        .filter(a -> members.contains(a.path("centreId").asText()))
        .forEach(a -> states.merge(a.path("state").asText(), 1, Integer::sum));
    story.figure("of the cooperative, active", "5", "" + states.get("ACTIVE"));
    story.figure("being integrated", "2", "" + states.get("INTEGRATING"));
    story.figure("refused", "1", "" + states.get("REJECTED"));
    story.figure("in remediation", "1", "" + states.get("REMEDIATION"));
    story.figure("in the cooperative only", "3", "" + (members.size() - sum(states)));
    long coworking =
        items(all)
            .filter(a -> !members.contains(a.path("centreId").asText()))
            .filter(a -> a.path("state").asText().equals("ACTIVE"))
            .count();
    story.figure("of the association, active", "8", "" + coworking);
  }

  private static void refused(Stage stage) {
    var story = stage.story();
    story.tell("Barchon works without anybody on site; the broker wants a welcome.");
    var mine = affiliation(stage, "barchon-desk", BROKER);
    var unmet = items(mine.path("verdict")).filter(c -> !c.path("met").asBoolean()).toList();
    story.figure("what Barchon fails", "[ON_SITE_STAFF]", codes(unmet));
    story.tell("It is told: " + unmet.get(0).path("remedy").asText());
    var home = affiliation(stage, "barchon-desk", COOPERATIVE);
    story.figure("in its own cooperative Barchon is", "ACTIVE", home.path("state").asText());
    var plan = affiliation(stage, "liege-mini-desk", BROKER).path("remediation").asText();
    story.figure("the mini in Liège has a plan", "true", "" + !plan.isBlank());
  }

  private static void labels(Stage stage) {
    var story = stage.story();
    story.tell("Equipment opens the third star, and the cooperative's own label stays beside it.");
    for (var centre :
        List.of(
            "axis-parc", "cei", "crealys", "negundo", "la-lanterne", "champagne-landas", "bde")) {
      var labels = stage.get("operator", "centres/" + centre + "/labels").path("items");
      var shown =
          items(labels)
              .map(l -> l.path("name").asText() + " " + l.path("stars").asInt())
              .sorted()
              .toList();
      story.figure(centre, "[Mobispot 3, Smart Work Center 0]", shown.toString());
    }
  }

  private static void neighbours(Stage stage) {
    var story = stage.story();
    story.tell("One building in Louvain-la-Neuve houses two centres of two networks.");
    var centres = stage.get("operator", "centres?siteId=cei").path("items");
    var networks = items(centres).map(c -> c.path("networkId").asText()).sorted().toList();
    story.figure("networks in the building", "[cowallonia, smart-work-centers]", "" + networks);
  }

  private static void signatures(Stage stage) {
    var story = stage.story();
    story.tell("Nobody signs for a centre but the centre.");
    var id = affiliation(stage, "barchon-desk", BROKER).path("id").asText();
    int status =
        stage.status("mobispot-office", "affiliations/" + id + "/confirm", "termsDigest", "0");
    story.figure("the broker tries to sign for Barchon", "403", "" + status);
    var again = stage.post("mobispot-office", "affiliations/" + id + "/evaluate");
    story.figure("looked at again, Barchon is", "REJECTED", again.path("state").asText());
  }

  private static String commitment(Stage stage, String desk, String network) {
    var a = affiliation(stage, desk, network);
    return Period.between(date(a, "since"), date(a, "until")).toString();
  }

  private static java.time.LocalDate date(JsonNode a, String field) {
    return Instant.parse(a.path(field).asText()).atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static JsonNode affiliation(Stage stage, String desk, String network) {
    return items(stage.get(desk, "affiliations?networkId=" + network).path("items"))
        .findFirst()
        .orElseThrow(() -> new Stage.BrokenOff(desk + " sees no affiliation with " + network));
  }

  private static String codes(List<JsonNode> criteria) {
    return criteria.stream().map(c -> c.path("code").asText()).sorted().toList().toString();
  }

  private static int sum(Map<String, Integer> states) {
    return states.values().stream().mapToInt(n -> n).sum();
  }

  private static Stream<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
