package org.escale.rest.scim;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.escale.rest.call.Json;
import org.escale.rest.problem.RefusedException;
import org.junit.Test;

/** The changes of RFC 7644, 3.5.2, and those that well-known systems send. */
public class PatchTest {
  private static final String ADA =
      "{'userName':'ada','name':{'givenName':'Ada'},'active':true,"
          + "'emails':[{'value':'a@x.example','type':'work','primary':true}]}";
  private static final String SALES =
      "{'displayName':'sales','members':[{'value':'1'},{'value':'2'}]}";

  private static JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static void becomes(String before, String operation, String after) {
    var body = json("{'Operations':[" + operation + "]}");
    assertEquals(json(after), Patch.of(body).applied((ObjectNode) json(before)));
  }

  private static void refused(String scimType, String operation) {
    var no = assertThrows(RefusedException.class, () -> becomes(ADA, operation, "{}")).refusal();
    assertEquals(scimType, no.details().get("scimType"));
  }

  @Test
  public void valuesAreReplacedInAnyCaseOfNamesAndVerbs() {
    becomes(
        "{'userName':'ada','active':true}",
        "{'op':'Replace','path':'Active','value':'False'}",
        "{'userName':'ada','active':'False'}");
    becomes(
        "{'userName':'ada','name':{'givenName':'Ada'}}",
        "{'op':'add','value':{'name.familyName':'L.','username':'ada2'}}",
        "{'userName':'ada2','name':{'givenName':'Ada','familyName':'L.'}}");
    becomes(
        "{'name':{'givenName':'Ada'}}",
        "{'op':'replace','path':'urn:ietf:params:scim:schemas:core:2.0:User:name',"
            + "'value':{'familyName':'L.'}}",
        "{'name':{'givenName':'Ada','familyName':'L.'}}");
  }

  @Test
  public void oneOfSeveralIsChangedAndMadeWhereItIsMissing() {
    becomes(
        "{'emails':[{'value':'a@x.example','type':'work'}]}",
        "{'op':'replace','path':'emails[type eq \\\"work\\\"].value','value':'b@x.example'}",
        "{'emails':[{'value':'b@x.example','type':'work'}]}");
    becomes(
        "{}",
        "{'op':'add','path':'emails[type eq \\\"work\\\"].value','value':'b@x.example'}",
        "{'emails':[{'type':'work','value':'b@x.example'}]}");
  }

  @Test
  public void membersComeAndGo() {
    becomes(
        SALES,
        "{'op':'add','path':'members','value':[{'value':'2'},{'value':'3'}]}",
        "{'displayName':'sales','members':[{'value':'1'},{'value':'2'},{'value':'3'}]}");
    becomes(
        SALES,
        "{'op':'remove','path':'members[value eq \\\"1\\\"]'}",
        "{'displayName':'sales','members':[{'value':'2'}]}");
    becomes(
        SALES,
        "{'op':'Remove','path':'members','value':[{'value':'2'}]}",
        "{'displayName':'sales','members':[{'value':'1'}]}");
    becomes(SALES, "{'op':'remove','path':'members'}", "{'displayName':'sales','members':[]}");
    becomes(
        SALES,
        "{'op':'replace','path':'members','value':[{'value':'9'}]}",
        "{'displayName':'sales','members':[{'value':'9'}]}");
  }

  @Test
  public void whatIsNotKeptHereIsPassedOverAndWhatIsOursIsNotChanged() {
    var enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    becomes(ADA, "{'op':'add','path':'" + enterprise + ":department','value':'lab'}", ADA);
    becomes(ADA, "{'op':'add','value':{'" + enterprise + "':{'department':'lab'}}}", ADA);
    becomes(ADA, "{'op':'replace','value':{'id':'7'}}", ADA);
    refused("mutability", "{'op':'replace','path':'id','value':'7'}");
  }

  @Test
  public void whatIsNotUnderstoodIsRefusedInTheWordsOfTheStandard() {
    refused("invalidSyntax", "{'op':'swap','path':'active','value':true}");
    refused("invalidPath", "{'op':'add','path':'a b','value':true}");
    refused("invalidFilter", "{'op':'remove','path':'emails[type gt 3]'}");
    refused("noTarget", "{'op':'remove'}");
    refused("invalidValue", "{'op':'replace','path':'active'}");
    assertThrows(RefusedException.class, () -> Patch.of(json("{}")));
  }
}
