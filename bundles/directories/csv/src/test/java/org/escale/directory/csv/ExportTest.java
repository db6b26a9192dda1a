package org.escale.directory.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.client.Company.Standing;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;
import org.escale.spi.directory.ForeignId;
import org.escale.spi.directory.PersonRecord;
import org.escale.spi.directory.Reading;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What another platform may put into its files, and what becomes of it. */
public class ExportTest {
  private static final Map<String, String> BOTH = Map.of(CsvDirectory.COMPANIES, "true");
  private static final String REJECTS = "out/people.rejects.csv";

  private FolderLab lab;

  @Before
  public void open() throws IOException {
    lab = new FolderLab();
  }

  @After
  public void close() throws IOException {
    lab.close();
  }

  private Reading read(Map<String, String> settings) throws DirectoryException {
    try (var link = lab.adapter().open(lab.config(settings))) {
      return link.all();
    }
  }

  private void people(String... rows) {
    lab.put("people.csv", String.join("\n", rows) + "\n", UTF_8);
  }

  private void refused(Trouble trouble, String sentence) {
    var none = assertThrows(DirectoryException.class, () -> read(Map.of()));
    assertEquals(none.getMessage(), trouble, none.trouble());
    assertTrue(none.getMessage(), none.getMessage().contains(sentence));
  }

  @Test
  public void r70_companiesTheirStandingPeopleAndGroupsComeAcross() throws Exception {
    lab.put(
        "companies.csv",
        """
        id,name,enterpriseNumber,language,standing,remark
        c1,Acme,BE0123456749,fr,overdue,never looked at
        c2,"Bolt, Sons",,,
        """,
        UTF_8);
    people("id,company,name,email,group,language,active", "p1,c1,Zoë,zoe@acme.example,sales,NL,1");
    var reading = read(BOTH);
    assertTrue(reading.whole());
    var acme = reading.companies().get(0);
    assertEquals(Standing.OVERDUE, acme.standing());
    assertEquals("BE0123456749", acme.enterpriseNumber());
    assertEquals("fr", acme.language());
    assertEquals("Bolt, Sons", reading.companies().get(1).name());
    assertEquals(Standing.GOOD, reading.companies().get(1).standing());
    var zoe = reading.people().get(0);
    assertEquals(Optional.of(new ForeignId("c1")), zoe.company());
    assertEquals("sales", zoe.group());
    assertEquals("nl", zoe.language());
    assertEquals("", lab.read(REJECTS));
  }

  @Test
  public void da3_aRowThatDoesNotSayWhoOrWhetherEndsNobodyAndIsTold() throws Exception {
    people("id,name,active", "p1,Ada,yes", ",Canary,yes", "p3,Canary,perhaps", "p1,Canary,yes");
    var reading = read(Map.of());
    assertFalse("nobody is ended for not standing in it", reading.whole());
    assertEquals(List.of("Ada"), reading.people().stream().map(PersonRecord::name).toList());
    assertEquals(
        List.of(
            "row,column,reason",
            "3,id,\"is missing, or longer than 512 characters\"",
            "4,active,is not yes or no",
            "5,id,stands there before"),
        lab.read(REJECTS).lines().toList());
    people("id,name,active", "p1,Ada,yes", "p3,Cleo,no");
    assertTrue(read(Map.of()).whole());
    assertEquals("what was put right is told no more", "", lab.read(REJECTS));
  }

  @Test
  public void da3_aRowWithAnOddFactIsToldAndHandedOnSoThatItIsLeftAsItWas() throws Exception {
    people("id,name,email,language", "p1,,canary,de", "p2,Bea,bea@there.example,fr");
    var reading = read(Map.of());
    assertTrue(reading.whole());
    assertEquals(2, reading.people().size());
    var told = lab.read(REJECTS);
    assertTrue(told, told.contains("2,name,has not 1 to 200 characters"));
    assertTrue(told, told.contains("2,email,is no address"));
    assertTrue(told, told.contains("2,language,\"is not fr, nl or en\""));
    assertFalse(told, told.contains("canary"));
  }

  @Test
  public void da3_aFileThatIsNotWholeIsNotUsed() throws Exception {
    refused(Trouble.UNAVAILABLE, "there is no in/people.csv");
    lab.put("people.csv", "id,name\np1,Ada\np2,Be", UTF_8);
    refused(Trouble.GARBLED, "still being written");
    lab.put("people.csv", "", UTF_8);
    refused(Trouble.GARBLED, "still being written");
    people("id,nom", "p1,Ada");
    refused(Trouble.GARBLED, "no column name");
    people("id,name", "p1,\"Ada");
    refused(Trouble.GARBLED, "quote");
    people("id,name", ",Ada", ",Bea");
    refused(Trouble.GARBLED, "cannot be read");
    people("id,name", "p1," + "x".repeat(1001));
    refused(Trouble.FLOODED, "1000 characters");
    people("id,name");
    assertEquals("empty is empty: who guards is the engine", 0, read(Map.of()).people().size());
  }

  @Test
  public void aCharsetIsStatedAndNeverGuessed() throws Exception {
    lab.put("people.csv", "id,name\np1,Zoë\n", Charset.forName("windows-1252"));
    refused(Trouble.GARBLED, "state its charset");
    var reading = read(Map.of(CsvDirectory.CHARSET, "windows-1252"));
    assertEquals("Zoë", reading.people().get(0).name());
  }

  @Test
  public void da4_theSameFilesAreNotReadAgain() throws Exception {
    people("id,name", "p1,Ada");
    try (var link = lab.adapter().open(lab.config())) {
      var next = link.all().next();
      assertEquals(0, link.changes(next).orElseThrow().people().size());
      people("id,name", "p1,Bea");
      assertEquals(Optional.empty(), link.changes(next));
    }
  }
}
