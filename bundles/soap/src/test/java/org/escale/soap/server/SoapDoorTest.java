package org.escale.soap.server;

import static org.escale.soap.server.Contract.text;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escale.caller.Caller;
import org.escale.caller.RequestKey;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.refusal.UnavailableException;
import org.escale.service.BookingOffice;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public final class SoapDoorTest {
  private static final Map<String, String> REQUESTS =
      Map.ofEntries(
          Map.entry(
              "SearchAvailability",
              "<f:lat>50.4</f:lat><f:lon>4.8</f:lon><f:from>2027-03-01T08:00:00Z</f:from>"
                  + "<f:to>2027-03-01T12:00:00Z</f:to><f:feature>quiet</f:feature>"),
          Map.entry(
              "Book",
              "<f:spaceId>axis-desk-1</f:spaceId><f:from>2027-03-01T08:00:00Z</f:from>"
                  + "<f:to>2027-03-01T12:00:00Z</f:to>"),
          Map.entry("GetBooking", "<f:id>b-1</f:id>"),
          Map.entry("CancelBooking", "<f:id>b-1</f:id><f:reason>ill</f:reason>"),
          Map.entry("Authorise", "<f:memberId>m-1</f:memberId><f:centreId>axis</f:centreId>"),
          Map.entry("CheckIn", "<f:bookingId>b-1</f:bookingId>"),
          Map.entry("CheckOut", "<f:visitId>v-1</f:visitId>"),
          Map.entry(
              "RecordMeterReading",
              "<f:visitId>v-1</f:visitId><f:extraId>page</f:extraId><f:quantity>12</f:quantity>"
                  + "<f:producer>copier:42</f:producer>"),
          Map.entry("ListUsageRecords", "<f:visitId>v-1</f:visitId>"),
          Map.entry("GetInvoice", "<f:id>i-1</f:id>"),
          Map.entry("ListPayouts", "<f:period>2027-02</f:period>"));

  private Door door;
  private Contract contract;

  @Before
  public void open() throws Exception {
    door = new Door();
    contract = new Contract(door.get("/soap/v1/federation?wsdl").body());
  }

  @After
  public void close() throws Exception {
    door.close();
  }

  @Test
  public void contractNamesItsOwnAddressAndEveryOperationHasACase() {
    var wsdl = door.get("/soap/v1/federation?wsdl").body();
    assertTrue(wsdl.contains("location=\"" + door.address + "\""));
    assertEquals(Set.copyOf(contract.operations()), REQUESTS.keySet());
  }

  @Test
  public void everyOperationAnswersAsTheContractSays() throws Exception {
    for (var operation : contract.operations()) {
      var request = "<f:" + operation + ">" + REQUESTS.get(operation) + "</f:" + operation + ">";
      var answer = door.ask(request);
      assertEquals(answer.body(), 200, answer.statusCode());
      assertEquals(operation + "Response", contract.body(answer.body()).getLocalName());
    }
  }

  @Test
  public void soapActionMayBeThatOfTheContractOrNone() {
    for (var action : List.of("\"\"", "\"urn:escale:federation:1/GetBooking\"")) {
      var request =
          Door.envelope(Door.security(Door.TOKEN), "<f:GetBooking><f:id>b-1</f:id></f:GetBooking>");
      assertEquals(200, door.post(request, "SOAPAction", action).statusCode());
    }
  }

  @Test
  public void instantsComeInWithAnyOffsetAndGoOutInUtc() throws Exception {
    var answer = contract.body(door.ask(Door.BOOK.formatted("<f:unheard-of/>")).body());
    var wanted = (BookingOffice.Wanted) door.asked.get("book").get(1);
    assertEquals(Federation.SLOT, wanted.slot());
    assertEquals("2027-03-01T08:00:00Z", text(answer, "from"));
    assertEquals("ill & <away>", text(answer, "reason"));
  }

  @Test
  public void b3_keyAndBodyReachTheUseCaseWhateverThePrefixes() {
    door.ask(Door.BOOK.formatted("<f:idempotencyKey>k-1</f:idempotencyKey>"));
    var first = key();
    door.ask(
        Door.BOOK
            .replace("f:", "")
            .replace("<Book>", "<Book xmlns=\"urn:escale:federation:1\">")
            .formatted("<idempotencyKey>k-1</idempotencyKey>"));
    assertEquals(first, key());
    door.ask(Door.BOOK.formatted("<f:people>2</f:people><f:idempotencyKey>k-1</f:idempotencyKey>"));
    assertFalse(first.equals(key()));
    assertEquals("soap.Book", key().operation());
  }

  private RequestKey key() {
    return ((Caller) door.asked.get("book").get(0)).key().orElseThrow();
  }

  @Test
  public void refusalsAreOneFaultWithCodeDetailsAndASentenceInTheCallersLanguage()
      throws Exception {
    door.instead.put("book", arguments -> Outcome.refused(RefusalCode.SPACE_TAKEN));
    var request = Door.envelope(Door.security(Door.TOKEN), Door.BOOK.formatted(""));
    var english = door.post(request);
    assertEquals(500, english.statusCode());
    assertEquals("SPACE_TAKEN", text(contract.refusal(english.body()), "code"));
    var french = contract.refusal(door.post(request, "Accept-Language", "fr-BE").body());
    assertFalse(text(french, "text").equals(text(contract.refusal(english.body()), "text")));
    assertTrue(((Caller) door.asked.get("book").get(0)).language().getLanguage().equals("fr"));
  }

  @Test
  public void a3_whenACentresSystemIsReadStandsInTheFault() throws Exception {
    var unread = Map.of("centreSystem", "not read yet", "retryAfter", "30");
    var refusal = new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE, unread);
    door.instead.put("book", arguments -> Outcome.refused(refusal));
    var fault = contract.refusal(door.ask(Door.BOOK.formatted("")).body());
    assertEquals("TEMPORARILY_UNAVAILABLE", text(fault, "code"));
    assertTrue(text(fault, "text").contains("in 30 seconds"));
  }

  @Test
  public void wrongFieldsAreRefusedByNameAndNothingIsAsked() throws Exception {
    var wrong =
        Map.of(
            "<f:people>zero</f:people>", "people",
            "<f:people>0</f:people>", "people",
            "<f:id>no id!</f:id>", "id",
            "<f:holdFor>PT16M</f:holdFor>", "holdFor",
            "<f:spaceId>twice</f:spaceId>", "spaceId",
            "<f:line><f:extraId>x</f:extraId><f:quantity>0</f:quantity></f:line>", "quantity");
    for (var one : wrong.entrySet()) {
      var refusal = contract.refusal(door.ask(Door.BOOK.formatted(one.getKey())).body());
      assertEquals("INVALID_FIELD", text(refusal, "code"));
      assertEquals(one.getValue(), text(refusal, "value"));
    }
    var reversed = Door.BOOK.replace("12:00:00Z", "08:00:00Z").formatted("");
    assertEquals("INVALID_SLOT", text(contract.refusal(door.ask(reversed).body()), "code"));
    assertFalse(door.asked.containsKey("book"));
  }

  @Test
  public void operationsOutsideTheRoleOrTheContractAreRefused() throws Exception {
    door.instead.put(
        "caller",
        secret ->
            Outcome.done(
                new Caller(
                    new org.escale.caller.AccountId("authority"),
                    Set.of(org.escale.caller.Role.AUTHORITY),
                    org.escale.caller.Standing.NONE,
                    Set.of(),
                    java.util.Locale.ENGLISH)));
    assertEquals(
        "NOT_ALLOWED", text(contract.refusal(door.ask(Door.BOOK.formatted("")).body()), "code"));
    assertEquals(
        "MALFORMED_REQUEST", text(contract.refusal(door.ask("<f:DropAll/>").body()), "code"));
    assertEquals("MALFORMED_REQUEST", text(contract.refusal(door.ask("").body()), "code"));
  }

  @Test
  public void e6_outageIsSaidWithoutAWordOfItsCause() throws Exception {
    door.instead.put(
        "book",
        arguments -> {
          throw new UnavailableException("disk 7 full", new IllegalStateException());
        });
    var outage = door.ask(Door.BOOK.formatted(""));
    door.instead.put(
        "book",
        arguments -> {
          throw new IllegalStateException("secret of the house");
        });
    var mistake = door.ask(Door.BOOK.formatted(""));
    for (var answer : List.of(outage, mistake)) {
      assertEquals("TEMPORARILY_UNAVAILABLE", text(contract.refusal(answer.body()), "code"));
      assertFalse(
          answer.body(), answer.body().matches("(?s).*(disk 7|secret of|Exception|at org).*"));
    }
  }

  @Test
  public void attachmentsAreRefused() throws Exception {
    var request =
        HttpRequest.newBuilder(door.address)
            .header("Content-Type", "Multipart/Related; boundary=x; type=\"text/xml\"")
            .POST(HttpRequest.BodyPublishers.ofString("--x\r\n\r\n<a/>\r\n--x--"))
            .build();
    var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(415, answer.statusCode());
  }

  @Test
  public void nothingElseIsServed() {
    for (var path :
        List.of(
            "/soap/",
            "/soap/v1/federation",
            "/soap/v1",
            "/soap/v1/federation?xsd=../../x",
            "/soap/v1/federation?wsdl&x",
            "/soap/services")) {
      var answer = door.get(path);
      assertEquals(path, 404, answer.statusCode());
      assertFalse(answer.body().contains("urn:escale"));
    }
  }
}
