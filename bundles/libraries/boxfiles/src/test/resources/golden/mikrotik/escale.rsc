# Escale box box-1, Axis Parc. Written by the hub: changes here are lost.
# Escale: NOT TRIED ON REAL GEAR.
/radius add service=wireless address=192.0.2.7 secret="@{radius-secret}" require-message-auth=yes-for-request-resp
/radius incoming set accept=yes port=3799
/interface bridge add name=escale vlan-filtering=yes
/ip dhcp-server option add name=captive-portal code=114 value="'https://hub.example/portal/api'"
/interface bridge vlan add bridge=escale vlan-ids=101
/interface bridge vlan add bridge=escale vlan-ids=102
/interface wifi security add name=escale-wlan0 authentication-types=wpa2-eap
/interface wifi datapath add name=escale-wlan0 bridge=escale client-isolation=yes
/interface wifi configuration add name=escale-wlan0 ssid="L'Escale \"1\" \$x" security=escale-wlan0 datapath=escale-wlan0
/interface wifi security add name=escale-wlan1 authentication-types=wpa2-psk
/interface wifi datapath add name=escale-wlan1 bridge=escale client-isolation=yes
/interface wifi configuration add name=escale-wlan1 ssid="L'Escale \"1\" \$x" security=escale-wlan1 datapath=escale-wlan1
/interface wifi access-list add action=query-radius
