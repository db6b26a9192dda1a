package org.escale.itests.access;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Who changed something and who was refused, at both doors, as the operator reads it. */
public final class AuditIT {
  private static final String API = "/api/v1/";
  private static final String MARK = "canary-7391";

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static EscaleProcess escale;
  private static Account employer;
  private static Account member;

  @BeforeClass
  public static void start() {
    escale = EscaleProcess.start(FOLDER.getRoot().toPath()).awaitReady();
    employer = escale.accounts().first("employer");
    member = escale.accounts().first("member");
  }

  @AfterClass
  public static void stop() {
    if (escale != null) {
      escale.close();
    }
  }

  private static String book() throws IOException {
    var log = FOLDER.getRoot().toPath().resolve("log/security.log");
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  /** The answer of REST, and the line that finds it by its trace. */
  private static void written(Http.Answer answer, String event, String line) throws IOException {
    var trace = answer.response().headers().firstValue("X-Trace-Id").orElse("");
    var wanted = event + " " + line + " trace=" + trace;
    assertTrue(wanted + " in " + book(), book().lines().anyMatch(l -> l.endsWith(wanted)));
  }

  @Test
  public void anAllowedChangeIsWritten() throws IOException {
    var body = "{\"members\":[{\"id\":\"%s\",\"name\":\"Name %s\"}]}".formatted("new-1", MARK);
    var path = "companies/" + employer.field("companyId") + "/members";
    var answer = escale.http(employer).post(API + path, body);
    assertEquals(answer.body(), 200, answer.status());
    written(
        answer,
        "done",
        "account=" + employer.username() + " operation=POST:/companies/{id}/members outcome=DONE");
    assertFalse("a name is nobody's business here", book().contains(MARK));
  }

  @Test
  public void whoeverIsUnknownIsWritten() throws IOException {
    var answer = escale.http().get(API + "bookings");
    assertEquals(401, answer.status());
    written(answer, "refused", "account=unknown operation=GET:/bookings outcome=NOT_SIGNED_IN");
  }

  @Test
  public void aForbiddenChangeAndAForeignIdAreWritten() throws IOException {
    var who = "account=" + member.username();
    var forbidden = escale.http(member).post(API + "billing-runs", "{\"period\":\"2026-01\"}");
    assertEquals(403, forbidden.status());
    written(forbidden, "refused", who + " operation=POST:/billing-runs outcome=NOT_ALLOWED");
    var foreign = escale.http(member).get(API + "members/bram");
    assertEquals(404, foreign.status());
    written(foreign, "refused", who + " operation=GET:/members/{id} outcome=NOT_FOUND");
  }

  @Test
  public void aLockedOutNameIsWrittenAndWhatWasTypedIsNot() throws IOException {
    var desk = escale.accounts().first("reception");
    var wrong = "{\"username\":\"%s\",\"password\":\"wrong-%s\"}".formatted(desk.username(), MARK);
    Http.Answer answer = escale.http().post(API + "login", wrong);
    for (int i = 0; i < 5; i++) {
      answer = escale.http().post(API + "login", wrong);
    }
    assertTrue(answer.body(), answer.body().contains("LOCKED_OUT"));
    written(answer, "refused", "account=unknown operation=POST:/login outcome=LOCKED_OUT");
    var known = "sign-in-failed account=" + desk.username() + " why=LOCKED_OUT";
    assertTrue(known, book().contains(known));
    escale.http().post(API + "login", "{\"username\":\"my%s\",\"password\":\"x\"}".formatted(MARK));
    assertFalse("people type their password as a name", book().contains(MARK));
  }

  @Test
  public void theSoapDoorWritesTheSame() throws IOException {
    soap("b".repeat(43), "<f:CheckOut><f:visitId>v</f:visitId></f:CheckOut>");
    soap(member.token(), "<f:GetBooking><f:id>%s</f:id></f:GetBooking>".formatted(MARK));
    soap(member.token(), "<f:CheckOut><f:visitId>%s</f:visitId></f:CheckOut>".formatted(MARK));
    var who = "refused account=" + member.username();
    for (var line :
        List.of(
            "refused account=unknown operation=soap outcome=NOT_SIGNED_IN",
            who + " operation=soap:GetBooking outcome=NOT_FOUND",
            who + " operation=soap:CheckOut outcome=NOT_FOUND")) {
      assertTrue(line + " in " + book(), book().contains(line));
    }
    assertFalse(book().contains(MARK));
    assertFalse(book().contains(member.token()));
  }

  private static void soap(String token, String body) {
    var message =
        """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"
          xmlns:f="urn:escale:federation:1"><s:Header><w:Security s:mustUnderstand="1"
          xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">
          <w:UsernameToken><w:Password>%s</w:Password></w:UsernameToken></w:Security></s:Header>
          <s:Body>%s</s:Body></s:Envelope>"""
            .formatted(token, body);
    var http = escale.http();
    http.send(
        http.to("/soap/v1/federation")
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(BodyPublishers.ofString(message)));
  }
}
