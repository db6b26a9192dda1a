package org.escale.demo;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.escale.caller.Account;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.client.Company;
import org.escale.client.Member;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;

/** One account of the demonstration, before it is opened. */
record AccountPlan(String username, Role role, Standing standing, String language) {

  /** Belongs to nothing: the operator, the authority. */
  static AccountPlan alone(String username, Role role) {
    return new AccountPlan(username, role, Standing.NONE, "en");
  }

  /** Acts for a network. */
  static AccountPlan network(NetworkId network, String suffix, Role role) {
    return new AccountPlan(
        network + "-" + suffix,
        role,
        new Standing(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(network)),
        "fr");
  }

  /** Acts for a centre. */
  static AccountPlan centre(CentreId centre, String suffix, Role role) {
    return new AccountPlan(
        centre + "-" + suffix,
        role,
        new Standing(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(centre),
            Optional.empty()),
        "fr");
  }

  /** Acts for a company. */
  static AccountPlan company(Company company, String suffix, Role role) {
    return new AccountPlan(
        company.id() + "-" + suffix,
        role,
        new Standing(
            Optional.empty(),
            Optional.empty(),
            Optional.of(company.id()),
            Optional.of(company.pseudonym()),
            Optional.empty(),
            Optional.empty()),
        company.language());
  }

  /** One person. */
  static AccountPlan member(Member member) {
    return new AccountPlan(
        member.id().value(),
        Role.MEMBER,
        new Standing(
            Optional.of(member.id()),
            Optional.of(member.pseudonym()),
            Optional.of(member.company()),
            Optional.of(member.companyPseudonym()),
            Optional.empty(),
            Optional.empty()),
        member.language());
  }

  Account account(String hash) {
    return new Account(
        new AccountId(username),
        hash,
        Set.of(role),
        standing,
        Locale.forLanguageTag(language),
        true);
  }

  Caller caller() {
    return new Caller(
        new AccountId(username), Set.of(role), standing, Set.of(), Locale.forLanguageTag(language));
  }

  /** Its line in the accounts file. */
  String json(String password, String token) {
    var line = new StringBuilder();
    line.append("{\"role\":\"").append(role.name().toLowerCase(Locale.ROOT)).append('"');
    add(line, "username", Optional.of(username));
    add(line, "password", Optional.of(password));
    add(line, "token", Optional.of(token));
    add(line, "memberId", standing.member());
    add(line, "companyId", standing.company());
    add(line, "centreId", standing.centre());
    add(line, "networkId", standing.network());
    return line.append('}').toString();
  }

  /** Ids, tokens and this password hold nothing that JSON would have to escape. */
  private static void add(StringBuilder line, String name, Optional<?> value) {
    value.ifPresent(v -> line.append(",\"").append(name).append("\":\"").append(v).append('"'));
  }
}
