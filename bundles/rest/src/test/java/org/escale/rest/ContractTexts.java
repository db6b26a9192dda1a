package org.escale.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.escale.rest.call.Json;

/** What the published document says beside what the code says. */
final class ContractTexts {
  static final String LIMITS =
      """
      Instants are RFC 3339; answers give them in UTC. Money is {"amount":"250.00","currency":"EUR"}.
      Ids are opaque. Unknown members are ignored. Lists are {"items":[...],"next":cursor}.
      Refusals are application/problem+json with a code; its text is in fr, nl or en.

      body                1 MB, nesting 50
      header              8 KB
      list                limit 1 to 1000, 100 where left out
      booking             within 400 days, at most 24 h; a hold at most 15 minutes
      series              at most 366 times
      visit               at most 24 h
      reading             at most 1,000,000 units, 3 decimals, at most 120 s ahead of our clock
      idempotency key     1 to 128 characters, kept 7 days
      enrolment           at most 1000 people at once, 10,000 rows of a table
      SCIM                200 of a page, 1000 changes of a PATCH, 1000 who come or go in a group
      jobs                2 at work, 20 waiting, kept 7 days; the first 1000 of each list in a result
      streams             64 in all, 4 for an account, at most an hour, a heartbeat every 15 s
      boxes that wait     1000 in all, one for each, at most 25 s
      requests            1000 a second for an account, 100 a second for an address without one
      sign-in             60 a minute for an address; 5 failures lock a name for 15 minutes
      """;

  private static final Map<String, String> PARAMETERS =
      Map.ofEntries(
          Map.entry("id", "the thing's id"),
          Map.entry("entry", "the message's id in the queue"),
          Map.entry("handle", "of the session, as the list of live sessions shows it"),
          Map.entry("digest", "SHA-256 of the grant lines of a box's list, 64 hexadecimal digits"),
          Map.entry("n", "number of the line, from 1"),
          Map.entry("credit", "the account's id"),
          Map.entry("entitlement", "the entitlement's id"),
          Map.entry("rest", "the path that the plug-in shows"),
          Map.entry("limit", "at most so many, 1 to 1000; 100 where left out"),
          Map.entry("cursor", "next of the page before"),
          Map.entry("updatedSince", "only what was written at or after this instant"),
          Map.entry("from", "at or after this instant"),
          Map.entry("to", "before this instant"),
          Map.entry("lat", "degrees north"),
          Map.entry("lon", "degrees east"),
          Map.entry("kind", "only of this kind"),
          Map.entry("people", "how many will come, 1 to 2000"),
          Map.entry("features", "all of these, parted by commas"),
          Map.entry("label", "the least stars, 0 to 5"),
          Map.entry("memberId", "for or of this member"),
          Map.entry("centreId", "only of this centre"),
          Map.entry("centre", "the centre"),
          Map.entry("fromMonth", "from this month on, such as 2027-01; toMonth where left out"),
          Map.entry("toMonth", "up to this month; the running one where left out, 24 at most"),
          Map.entry("network", "the name of the network in the air"),
          Map.entry("format", "APPLE, EAP_CONFIG or WPA_SUPPLICANT"),
          Map.entry("on", "on this day of the centre, such as 2027-03-01"),
          Map.entry("siteId", "only in this building"),
          Map.entry("networkId", "only of this network"),
          Map.entry("companyId", "only of this company"),
          Map.entry("spaceId", "only of this space"),
          Map.entry("bookingId", "only of this booking"),
          Map.entry("visitId", "only of this visit"),
          Map.entry("state", "only in this state"),
          Map.entry("series", "only of this series"),
          Map.entry("contract", "only of this contract"),
          Map.entry("group", "only of this group"),
          Map.entry("period", "only of this month, such as 2027-03"),
          Map.entry("producer", "only with this producer's key"),
          Map.entry("credits", "only what takes this record back"),
          Map.entry("reason", "why, for the others; of a session one of the words named there"),
          Map.entry("afterTimestamp", "behind this number of the sequence of changes"),
          Map.entry("afterId", "and behind this id where several have that number"),
          Map.entry("feed", "the private address, by its id"),
          Map.entry("filter", "attributes that equal a value: userName eq \"ada@example.org\""),
          Map.entry("startIndex", "the place of the first, from 1"),
          Map.entry("count", "at most so many, 0 to 200; 100 where left out"),
          Map.entry("attributes", "only these, parted by commas"),
          Map.entry("excludedAttributes", "all but these, parted by commas"),
          Map.entry("secret", "what makes the address private"),
          Map.entry("Prefer", "respond-async: answer with a job"),
          Map.entry("Last-Event-ID", "go on after this event"),
          Map.entry("Accept-Language", "fr, nl or en"),
          Map.entry("Idempotency-Key", "makes repeating harmless"),
          Map.entry("If-Match", "the ETag that was read"));

  private static final Map<String, String> TYPES =
      Map.of(
          "limit",
          "integer",
          "startIndex",
          "integer",
          "count",
          "integer",
          "people",
          "integer",
          "label",
          "integer",
          "n",
          "integer",
          "lat",
          "number",
          "lon",
          "number");

  private static final Set<String> INSTANTS = Set.of("from", "to", "updatedSince");

  private ContractTexts() {}

  static String parameter(String name) {
    if (!PARAMETERS.containsKey(name)) {
      throw new IllegalStateException("say what the parameter " + name + " means");
    }
    return PARAMETERS.get(name);
  }

  static ObjectNode parameterSchema(String name) {
    var schema = Json.mapper().createObjectNode();
    schema.put("type", TYPES.getOrDefault(name, "string"));
    return INSTANTS.contains(name) ? schema.put("format", "date-time") : schema;
  }

  static ObjectNode schemes() {
    var schemes = Json.mapper().createObjectNode();
    schemes.putObject("bearer").put("type", "http").put("scheme", "bearer");
    schemes
        .putObject("cookie")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", "escale")
        .put("description", "a change also needs the header X-CSRF, as login answered it");
    return schemes;
  }
}
