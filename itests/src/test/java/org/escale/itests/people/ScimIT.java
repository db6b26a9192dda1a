package org.escale.itests.people;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Member;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.UserResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A foreign client keeps an employer's people in step with the assembled distribution. */
public final class ScimIT {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static EscaleProcess escale;
  private static Account employer;
  private static Identity identity;
  private static Identity rival;

  @BeforeClass
  public static void start() {
    escale = EscaleProcess.start(FOLDER.getRoot().toPath(), "--sandbox").awaitReady();
    monday();
    employer = escale.accounts().named("atlas-hr");
    identity = identity("atlas-hr");
    rival = identity("studio-lumen-hr");
  }

  @AfterClass
  public static void stop() {
    if (escale != null) {
      identity.close();
      rival.close();
      escale.close();
    }
  }

  /** With a token that may do no more than it needs. */
  private static Identity identity(String name) {
    var order = "{\"name\":\"scim\",\"scopes\":[\"CLIENT_WRITE\"]}";
    var token = escale.as(name).post("/api/v1/tokens", order);
    assertTrue(token.body(), token.status() < 300);
    return new Identity(
        URI.create("http://127.0.0.1:" + escale.port() + "/scim/v2"),
        token.json().path("secret").asText());
  }

  /** At ten in the morning: centres are open. */
  private static void monday() {
    var now = ZonedDateTime.now(ZoneId.of("Europe/Brussels"));
    var then = now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(LocalTime.of(10, 0));
    escale.clock("{\"now\":\"%s\",\"stand\":true}".formatted(then.toInstant()));
  }

  private static boolean over(JsonNode visit) {
    var session = visit.path("session").path("state").asText("ENDED");
    return visit.path("state").asText().equals("CLOSED") && session.equals("ENDED");
  }

  private static UserResource ada(String name) {
    return new UserResource()
        .setUserName(name + "@atlas.example")
        .setName(new Name().setGivenName("Ada").setFamilyName(name))
        .setActive(true)
        .setEmails(
            List.of(
                new Email().setValue(name + "@atlas.example").setPrimary(true).setType("work")));
  }

  private static String asked(String member) {
    var order = "{\"memberId\":\"%s\",\"centreId\":\"cei\"}".formatted(member);
    var answer = escale.as("cei-desk").post("/api/v1/authorisations", order);
    return answer.json().path("refusal").path("code").asText("ALLOWED");
  }

  @Test
  public void r102_aPersonIsBroughtFoundChangedAndSuspended() throws ScimException {
    var scim = identity.scim();
    var made = scim.create("Users", ada("lovelace"));
    assertEquals("Ada lovelace", made.getDisplayName());
    assertEquals("ALLOWED", asked(made.getId()));
    var found =
        scim.searchRequest("Users")
            .filter("userName eq \"LOVELACE@atlas.example\"")
            .page(1, 10)
            .invoke(UserResource.class);
    assertEquals(1, found.getTotalResults());
    assertEquals(made.getId(), found.getResources().get(0).getId());
    var read = scim.retrieve("Users", made.getId(), UserResource.class);
    read.setDisplayName("Ada, Countess");
    assertEquals("Ada, Countess", scim.replace(read).getDisplayName());
    var off =
        scim.modifyRequest("Users", made.getId())
            .replaceValue("active", false)
            .invoke(UserResource.class);
    assertFalse(off.getActive());
    assertEquals("NOT_EMPLOYED", asked(made.getId()));
    scim.delete("Users", made.getId());
    assertThrows(
        ResourceNotFoundException.class,
        () -> scim.retrieve("Users", made.getId(), UserResource.class));
    var back = scim.create("Users", ada("lovelace"));
    assertEquals("who comes back is the same person", made.getId(), back.getId());
    assertEquals("ALLOWED", asked(made.getId()));
  }

  @Test
  public void r07_theOpenSessionOfWhoeverIsTakenAwayIsCutWithinFiveSeconds() throws ScimException {
    var desk = escale.as("cei-desk");
    var made = identity.scim().create("Users", ada("liskov"));
    var order = "{\"memberId\":\"%s\",\"centreId\":\"cei\"}".formatted(made.getId());
    var visit = desk.post("/api/v1/visits", order);
    assertTrue(visit.body(), visit.status() < 300);
    var path = "/api/v1/visits/" + visit.json().path("id").asText();
    Awaitility.await("a session")
        .until(() -> desk.get(path).json().path("session").path("state").asText().equals("READY"));
    identity.scim().delete("Users", made.getId());
    Awaitility.await("the visit is over, and its session with it")
        .atMost(Duration.ofSeconds(5))
        .until(() -> over(desk.get(path).json()));
    assertEquals("ADMINISTRATOR", desk.get(path).json().path("endedBy").asText());
    assertEquals("NOT_EMPLOYED", asked(made.getId()));
  }

  @Test
  public void groupsAreKeptAndReachThePerson() throws ScimException {
    var scim = identity.scim();
    var one = scim.create("Users", ada("hopper"));
    var two = scim.create("Users", ada("hamilton"));
    var group =
        scim.create(
            "Groups",
            new GroupResource()
                .setDisplayName("compilers")
                .setMembers(List.of(new Member().setValue(one.getId()))));
    var both =
        scim.modifyRequest("Groups", group.getId())
            .addValues("members", new Member().setValue(two.getId()))
            .invoke(GroupResource.class);
    assertEquals(2, both.getMembers().size());
    var member = escale.http(employer).get("/api/v1/members/" + two.getId()).json();
    assertEquals("compilers", member.path("group").asText());
    var less =
        scim.modifyRequest("Groups", group.getId())
            .removeValues("members[value eq \"" + one.getId() + "\"]")
            .invoke(GroupResource.class);
    assertEquals(two.getId(), less.getMembers().get(0).getValue());
  }

  @Test
  public void e1_whatWasMadeByHandOrBelongsToOthersIsNeitherSeenNorTouched() throws ScimException {
    var scim = identity.scim();
    var made = scim.create("Users", ada("perlman"));
    assertThrows(
        ResourceNotFoundException.class,
        () -> rival.scim().retrieve("Users", made.getId(), UserResource.class));
    assertThrows(ResourceNotFoundException.class, () -> rival.scim().delete("Users", made.getId()));
    assertThrows(
        ResourceNotFoundException.class, () -> scim.retrieve("Users", "karin", UserResource.class));
    var byHand = "{\"members\":[{\"name\":\"By Hand\",\"email\":\"by.hand@atlas.example\"}]}";
    escale.http(employer).post("/api/v1/companies/atlas/members", byHand);
    var no =
        assertThrows(ResourceConflictException.class, () -> scim.create("Users", ada("by.hand")));
    assertEquals("uniqueness", no.getScimError().getScimType());
  }

  @Test
  public void whatTheDoorCanDoIsSaidInTheStandardsWords() throws ScimException {
    var scim = identity.scim();
    var config = scim.getServiceProviderConfig();
    assertTrue(config.getPatch().isSupported());
    assertFalse(config.getBulk().isSupported());
    assertEquals(2, scim.getResourceTypes().getTotalResults());
    assertEquals(2, scim.getSchemas().getTotalResults());
    var wrong =
        assertThrows(
            ScimException.class,
            () -> scim.searchRequest("Users").filter("title pr").invoke(UserResource.class));
    assertEquals("invalidFilter", wrong.getScimError().getScimType());
  }

  @Test
  public void everyExampleOfTheGuideAnswersAsItSays() throws IOException {
    assertTrue("all examples were found", new Guide(escale.http(employer)).run() >= 9);
  }

  private static List<String> versions(Http hr) {
    return hr.get("/scim/v2/Users?count=200").json().findValuesAsText("version");
  }

  /** How long it took stands where a report can take it from; it is no goal of a test. */
  @Test
  public void r102_tenThousandComeAndTheSecondTimeNothingChanges()
      throws IOException, InterruptedException {
    var hr = escale.as("studio-lumen-hr");
    var crowd = Crowd.of(hr, 10_000);
    var first = crowd.bring();
    assertEquals(Map.of(201, 10_000), crowd.answers());
    var version = versions(hr);
    var again = crowd.bring();
    assertEquals(Map.of(200, 10_000), crowd.answers());
    var all = hr.get("/scim/v2/Users?startIndex=9991&count=200").json();
    assertEquals(10_000, all.path("totalResults").asInt());
    assertEquals(10, all.path("itemsPerPage").asInt());
    assertEquals("nothing was written the second time", version, versions(hr));
    Files.writeString(
        Path.of("target", "scim-crowd.txt"), "first %s, again %s%n".formatted(first, again));
  }
}
