/** Brands, parcel carriers and shop words that buyers write in every language, space-separated: they say nothing about the language around them. */
export const internationalWords =
  "amazon ebay etsy shopify aliexpress temu shein lazada shopee tokopedia zalando otto bol allegro trendyol hepsiburada " +
  "mercado cdiscount fnac walmart rakuten coupang ozon wildberries dhl ups usps fedex dpd gls hermes postnl inpost " +
  "yunexpress cainiao jne gojek paypal klarna visa mastercard ideal blik apple google facebook instagram whatsapp " +
  "telegram tiktok youtube twitter samsung xiaomi huawei sony nike adidas puma lego philips bosch dyson jbl iphone ipad " +
  "airpods macbook galaxy playstation xbox nintendo kindle bluetooth usb wifi android ios windows pro max mini plus ultra " +
  "air lite email e-mail mail online app web website link tracking track order id code sms chat ticket support service " +
  "feedback review seller vip pdf qr jpg png screenshot black friday prime express standard premium version model set " +
  "tablet laptop smartphone smartwatch hotline newsletter gmail hotmail outlook fulfilled status response fast packing " +
  "bubble wrap voucher discount sale size";
