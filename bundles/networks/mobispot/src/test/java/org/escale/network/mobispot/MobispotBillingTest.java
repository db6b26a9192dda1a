package org.escale.network.mobispot;

import org.escale.spi.billing.BillingRules;
import org.escale.tck.billing.BillingRulesContract;

public class MobispotBillingTest extends BillingRulesContract<MobispotBilling.Tariff> {
  @Override
  protected BillingRules<MobispotBilling.Tariff> make() {
    return new MobispotBilling();
  }
}
