/** Turkish function words and words of a buyer's message, space-separated. A word shared by languages stands in each list. */
export const turkishWords =
  "ve veya ama fakat ancak ile için gibi kadar göre sonra önce beri bir bu şu o bunu şunu onu bana sana ona bize size " +
  "onlara ben sen biz siz onlar benim senin onun bizim sizin değil yok var mı mi mu mü ne nasıl neden niye niçin nerede " +
  "nereye kim kaç hangi hiç her çok daha en az hala hâlâ henüz artık hemen şimdi bugün dün yarın gün gündür hafta " +
  "haftadır ay yıl evet hayır merhaba merhabalar selam iyi günler teşekkürler teşekkür ederim rica lütfen sayın kolay " +
  "gelsin sipariş siparişim siparişi siparişimi verdim kargo kargom kargoya teslim edildi edilmedi ulaşmadı ulaştı " +
  "gelmedi geldi gelen gelecek aldım aldığım almak satın ürün ürünü ürünün ürünüm iade iadesi değişim para paramı ücret " +
  "fiyat beden renk bozuk kırık hasarlı yanlış eksik kusurlu kötü güzel berbat memnun tavsiye istiyorum istemiyorum " +
  "bekliyorum olmadı oldu olan olarak olur olsun etmek etti ediyorum yapmak yaptım yapın kullandım kullanışlı gönderdim " +
  "gönderildi gönderin müşteri hizmetleri yardım sorun cevap adres zaman şey diye ki de da ise ya hem bile tam tüm aynı " +
  "başka numara lazım gerek musunuz misiniz mısınız bi cok degil icin tsk slm kargonuz takip gecikme fatura kalitesi " +
  "kalite teslimat paket satıcı süper harika resmen rezalet";
