package org.escale.network.smartworkcenters;

import org.escale.spi.billing.BillingRules;
import org.escale.tck.billing.BillingRulesContract;

public class SmartWorkBillingTest extends BillingRulesContract<SmartWorkBilling.Tariff> {
  @Override
  protected BillingRules<SmartWorkBilling.Tariff> make() {
    return new SmartWorkBilling();
  }
}
