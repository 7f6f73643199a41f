/** The configuration of a new connector: valid, and meant to be replaced. */
export const boilerplate = `{
  "$schema": "https://api.supermetrics.com/cc/v1/schema/connector",
  "reporting": {
    "reportTypes": [
      {
        "id": "stations",
        "title": "Bike stations",
        "request": {
          "type": "sync",
          "method": "GET",
          "url": "https://bikes.example.com/v1/stations.json",
          "response": {
            "type": "JSON",
            "dataRows": { "source": "jsonPath", "value": "$.stations.*" }
          }
        },
        "fields": [
          {
            "id": "station_name",
            "label": "Station name – café",
            "dataType": "string.text.value",
            "value": { "source": "jsonPath", "value": "$.name" }
          },
          {
            "id": "bikes_free",
            "label": "Bikes free",
            "dataType": "int.number.value",
            "value": { "source": "jsonPath", "value": "$.bikes.free" }
          }
        ]
      }
    ]
  }
}`;

/** One whose numbers, keys and order a careless client would change. */
export const delicate =
  '{"2":0,"1":0,"big":12345678901234567890,"ratio":1.0,"twice":1,"twice":2,"reporting":{"reportTypes":[]}}';
