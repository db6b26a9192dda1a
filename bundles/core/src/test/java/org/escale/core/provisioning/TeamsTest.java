package org.escale.core.provisioning;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.caller.Caller;
import org.escale.client.Alias;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.core.fixture.House;
import org.escale.refusal.RefusalCode;
import org.escale.service.Provisioning;
import org.escale.service.Provisioning.Said;
import org.escale.service.StaffGroups;
import org.escale.service.StaffGroups.Title;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class TeamsTest {
  private final House house = new House();
  private final Provisioning office = new IdentityOffice(house.commits, house.snapshots);
  private final StaffGroups groups = new GroupOffice(house.commits, house.snapshots);
  private Caller hr;
  private Caller rival;

  @Before
  public void open() {
    hr = house.employer(house.company("c", "ann"));
    rival = house.employer(house.company("other", "eve"));
    List.of("ada", "bea").forEach(this::add);
  }

  @After
  public void close() {
    house.close();
  }

  private void add(String name) {
    var names = new Alias.Names(name, "", "", "");
    done(office.add(hr, new Said(names, name, "", "en", true), new MemberId(name)));
  }

  private static Set<MemberId> people(String... names) {
    return List.of(names).stream().map(MemberId::new).collect(java.util.stream.Collectors.toSet());
  }

  private String group(String name) {
    return house.snapshots.now().get(Member.class, new MemberId(name)).orElseThrow().group();
  }

  @Test
  public void peopleComeAndGoAndTheirGroupFollows() {
    var sales = done(groups.form(hr, new Title("sales", "g1"), people("ada")));
    assertEquals("sales", group("ada"));
    var id = sales.group().word().id();
    done(groups.change(hr, id, Optional.of(sales.version()), before -> people("bea")));
    assertEquals("", group("ada"));
    assertEquals("sales", group("bea"));
    refused(
        RefusalCode.CHANGED_MEANWHILE,
        groups.change(hr, id, Optional.of(sales.version()), before -> people("ada")));
    done(groups.disband(hr, id, Optional.empty()));
    assertEquals("", group("bea"));
    refused(RefusalCode.NOT_FOUND, groups.team(hr, id));
  }

  @Test
  public void aPersonIsInOneGroupAtMost() {
    done(groups.form(hr, new Title("sales", ""), people("ada")));
    refused(RefusalCode.WRONG_STATE, groups.form(hr, new Title("lab", ""), people("ada")));
    assertEquals("sales", group("ada"));
    refused(RefusalCode.ALREADY_EXISTS, groups.form(hr, new Title("sales", ""), people()));
  }

  @Test
  public void whoIsTakenAwayIsInNoGroup() {
    var sales = done(groups.form(hr, new Title("sales", ""), people("ada", "bea")));
    done(office.remove(hr, new MemberId("ada"), Optional.empty()));
    var now = done(groups.team(hr, sales.group().word().id()));
    assertEquals(1, now.people().size());
    assertEquals("", group("ada"));
  }

  @Test
  public void e1_whatWasMadeByHandOrElsewhereIsInNoGroupAndNobodyElseSeesIt() {
    refused(RefusalCode.INVALID_FIELD, groups.form(hr, new Title("sales", ""), people("ann")));
    refused(RefusalCode.INVALID_FIELD, groups.form(hr, new Title("sales", ""), people("eve")));
    var sales = done(groups.form(hr, new Title("sales", ""), people("ada")));
    refused(RefusalCode.NOT_FOUND, groups.team(rival, sales.group().word().id()));
    assertEquals(List.of(), done(groups.teams(rival)));
  }
}
