package org.escale.itests.access;

import java.util.Map;
import org.escale.itests.process.Accounts.Account;

/**
 * A text that only its owners may ever read.
 *
 * @param text what must not be found anywhere else
 * @param path where its owners find it
 * @param id the thing's id in the path of its family
 * @param family the first part of that path
 * @param owners which accounts own it: a field of the account, and its value
 */
record Canary(String text, String path, String id, String family, Map<String, String> owners) {

  /** Whether that account may read it: a role reads what its own field names. */
  boolean belongsTo(Account account) {
    return owners.entrySet().stream()
        .anyMatch(
            o -> reads(account, o.getKey()) && account.field(o.getKey()).equals(o.getValue()));
  }

  private static boolean reads(Account account, String field) {
    return switch (account.role()) {
      case "member" -> field.equals("memberId");
      case "reception" -> field.equals("centreId");
      case "employer" -> field.equals("companyId");
      case "network" -> field.equals("networkId");
      case "integrator" -> !field.equals("memberId");
      default -> false;
    };
  }
}
